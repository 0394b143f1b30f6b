using IntegrationHub.Connectors.Abstractions;

namespace IntegrationHub.Connectors.Identity.OpenId;

/// <summary>Any OpenID Connect provider, by its discovery document: a region's or an agglomeration's own, a citizen account.</summary>
public sealed class OpenIdConnector : ProviderConnector<OpenIdSettings>
{
    public override ConnectorManifest Manifest { get; } = new()
    {
        Name = "openid",
        Title = new LocalText("Fournisseur d’identité OpenID Connect", "OpenID Connect identity provider"),
        Version = "1.0",
        Families = ["identity"],
        Contracts = Contract.SignIn,
        About = new ConnectorAbout
        {
            Speaks = new LocalText("OpenID Connect 1.0 avec document de découverte", "OpenID Connect 1.0 with a discovery document"),
            Reads = new LocalText("L’identité de la personne qui se connecte, signature vérifiée par le hub", "The identity of whoever signs in, its signature checked by the hub"),
            Tested = new LocalText("Kit d’identification, et un fournisseur certifié réel (oidc-provider)", "Sign-in kit, and a real certified provider (oidc-provider)"),
            NotTested = new LocalText("Les fournisseurs du marché, un par un", "Providers of the market, one by one"),
        },
        Settings = typeof(OpenIdSettings),
        Checks = [CheckDepth.Reach, CheckDepth.Authenticate],
    };
}
