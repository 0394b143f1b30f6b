namespace IntegrationHub.Mappings.Engine.Places;

/// <summary>What a name and a postal code were found to mean.</summary>
/// <param name="Code">Null when it is no commune, or one of <paramref name="Several"/>.</param>
internal sealed record FoundCommune(string Label, string? PostCode, string? Code, bool Several);
