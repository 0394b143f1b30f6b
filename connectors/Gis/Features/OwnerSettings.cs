using IntegrationHub.Connectors.Abstractions.Settings;

namespace IntegrationHub.Connectors.Gis.Features;

/// <summary>What permits this connection to read the owners; without it their fields never leave the connector.</summary>
public sealed record OwnerSettings
{
    [Setting("Base légale", "Legal basis")]
    public required OwnerBasis LegalBasis { get; init; }

    [Setting("Finalité", "Purpose")]
    public required string Purpose { get; init; }
}
