namespace IntegrationHub.Mdm.Registry.Storing;

/// <summary>A record as stored, with all its parts in part order, dead ones included: a part that comes back keeps its part id.</summary>
public sealed record StoredRecord(RecordRow Record, IReadOnlyList<PartRow> Parts);
