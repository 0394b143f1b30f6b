namespace IntegrationHub.Mdm.Model;

/// <summary>That a citizen died, and when and where as far as is known.</summary>
public sealed record Death(PartialDate? Date, string? PlaceCode);
