using IntegrationHub.Connectors.Abstractions.Settings;
using IntegrationHub.Connectors.Ged.Alfresco;
using IntegrationHub.Connectors.Ged.Cmis;
using IntegrationHub.Connectors.Http.Settings;

namespace IntegrationHub.Tests.Systems.Ged;

/// <summary>Settings of connections to the fakes. The town's documents are days apart, so a look-back that reaches a late one is long.</summary>
internal static class GedConnection
{
    private const int AMonth = 60 * 24 * 30;

    public static AlfrescoSettings Alfresco(Uri address, Secret secret) => new()
    {
        Url = BaseAddress.Of(address),
        Auth = Basic(secret),
        PageSize = 10,
        LookBackMinutes = AMonth,
    };

    public static CmisSettings Cmis(Uri address, Secret secret) => new()
    {
        Url = BaseAddress.Of(address),
        Auth = Basic(secret),
        PageSize = 10,
        LookBackMinutes = AMonth,
    };

    private static AuthSettings Basic(Secret secret) => new() { Basic = new BasicSettings { User = "hub", Password = secret } };
}
