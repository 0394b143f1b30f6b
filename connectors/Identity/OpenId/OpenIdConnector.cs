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
        Settings = typeof(OpenIdSettings),
        Checks = [CheckDepth.Reach, CheckDepth.Authenticate],
    };
}
