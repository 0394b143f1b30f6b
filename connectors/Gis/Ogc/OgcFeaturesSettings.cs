using IntegrationHub.Connectors.Abstractions.Settings;
using IntegrationHub.Connectors.Gis.Features;

namespace IntegrationHub.Connectors.Gis.Ogc;

/// <summary>A collection of a server that speaks OGC API Features. The base address is the landing page's.</summary>
public sealed record OgcFeaturesSettings : FeatureSettings
{
    [Setting("Collection", "Collection")]
    public required string Collection { get; init; }
}
