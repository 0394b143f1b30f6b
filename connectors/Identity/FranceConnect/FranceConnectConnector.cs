using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Identity.OpenId;

namespace IntegrationHub.Connectors.Identity.FranceConnect;

/// <summary>FranceConnect v2 and FranceConnect+: citizens prove their civil identity, checked against the national register of persons.</summary>
public sealed class FranceConnectConnector : ProviderConnector<FranceConnectSettings>
{
    public override ConnectorManifest Manifest { get; } = new()
    {
        Name = "franceconnect",
        Title = new LocalText("FranceConnect v2 et FranceConnect+", "FranceConnect v2 and FranceConnect+"),
        Version = "1.0",
        Families = ["identity"],
        Contracts = Contract.SignIn,
        Settings = typeof(FranceConnectSettings),
        Checks = [CheckDepth.Reach, CheckDepth.Authenticate],
    };
}
