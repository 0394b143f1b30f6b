namespace IntegrationHub.Mdm.Model;

/// <summary>A dated relationship between two parts of one source record, named by their part keys.</summary>
public sealed record Relationship(RelationshipKind Kind, string FromPart, string ToPart, DateOnly? ValidFrom, DateOnly? ValidTo);
