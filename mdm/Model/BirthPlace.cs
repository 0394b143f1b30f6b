namespace IntegrationHub.Mdm.Model;

/// <summary>Where somebody was born: the commune's COG code at the time (2A004, 75114), its name as the source wrote it, and the country's COG code (99100 for France).</summary>
public sealed record BirthPlace(string? CommuneCode, string? Label, string? CountryCode);
