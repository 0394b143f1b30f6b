using System.Net;
using IntegrationHub.Connectors.Gis.Ogc;
using IntegrationHub.Connectors.Gis.Wfs;
using IntegrationHub.Connectors.Http.Settings;

namespace IntegrationHub.Tests.Gis;

/// <summary>Settings of connections to a MapServer, with small pages.</summary>
internal static class MapServerConnection
{
    private static readonly NetworkSettings Loopback = new() { Allow = [new NetworkRange(IPNetwork.Parse("127.0.0.0/8"))] };

    public static OgcFeaturesSettings Ogc(Uri address) => new()
    {
        Url = BaseAddress.Of(new Uri(address, "ville/ogcapi")), Collection = "adresses", PageSize = 10, Network = Loopback, TimeoutSeconds = 60,
    };

    public static WfsSettings Wfs(Uri address) => new()
    {
        Url = BaseAddress.Of(address), Path = "ows", TypeName = "adresses", Key = "cle", PageSize = 10, Network = Loopback, TimeoutSeconds = 60,
    };
}
