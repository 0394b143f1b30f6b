using IntegrationHub.Connectors.Abstractions.Settings;

namespace IntegrationHub.Connectors.Http.Settings;

/// <summary>A key in a header of its own.</summary>
public sealed record HeaderSettings
{
    [Setting("Nom de l’en-tête", "Name of the header")]
    public required string Name { get; init; }

    [Setting("Clé", "Key")]
    public required Secret Key { get; init; }

    [Setting("Mot placé avant la clé", "Word before the key")]
    public string Prefix { get; init; } = "";
}
