using IntegrationHub.Connectors.Abstractions.Settings;
using IntegrationHub.Connectors.Gis.ArcGis;
using IntegrationHub.Connectors.Gis.Features;
using IntegrationHub.Connectors.Gis.Ogc;
using IntegrationHub.Connectors.Gis.Wfs;
using IntegrationHub.Connectors.Http.Settings;

namespace IntegrationHub.Tests.Systems.Gis;

/// <summary>Settings of connections to the GIS fakes, with small pages. They may not read owners.</summary>
internal static class GisConnection
{
    public static OwnerSettings MayReadOwners { get; } = new() { LegalBasis = OwnerBasis.PublicTask, Purpose = "Property tax" };

    public static OgcFeaturesSettings Ogc(Uri address, Secret secret) => new()
    {
        Url = BaseAddress.Of(address), Auth = Basic(secret), Collection = "adresses", PageSize = 10,
    };

    public static WfsSettings Wfs(Uri address, Secret secret) => new()
    {
        Url = BaseAddress.Of(address), Auth = Basic(secret), TypeName = "ville:adresses", Key = "cle", PageSize = 10,
    };

    public static ArcGisSettings ArcGis(Uri address, Secret secret) => new()
    {
        Url = BaseAddress.Of(address), Key = "cle", PageSize = 10,
        Account = new ArcGisAccount { TokenUrl = new Uri(address, "/arcgis/sharing/rest/generateToken"), User = "hub", Password = secret },
    };

    private static AuthSettings Basic(Secret secret) => new() { Basic = new BasicSettings { User = "hub", Password = secret } };
}
