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
        About = new ConnectorAbout
        {
            Speaks = new LocalText("FranceConnect v2, FranceConnect+", "FranceConnect v2, FranceConnect+"),
            Reads = new LocalText("L’identité pivot de la personne qui se connecte, signature vérifiée par le hub", "The pivot identity of whoever signs in, its signature checked by the hub"),
            Tested = new LocalText("Kit d’identification contre un FranceConnect factice : jetons falsifiés, clés renouvelées, codes d’erreur", "Sign-in kit against a fake FranceConnect: forged tokens, rotated keys, error codes"),
            NotTested = new LocalText("La plateforme d’intégration réelle : il faut une habilitation", "The real integration platform: it takes an authorisation"),
        },
        Settings = typeof(FranceConnectSettings),
        Checks = [CheckDepth.Reach, CheckDepth.Authenticate],
    };
}
