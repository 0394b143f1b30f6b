using IntegrationHub.Connectors.Abstractions.Settings;
using IntegrationHub.Connectors.Http.Settings;

namespace IntegrationHub.Connectors.Identity.OpenId;

/// <summary>Settings of the <c>openid</c> connector: any OpenID Connect provider with a discovery document.</summary>
public sealed record OpenIdSettings : ProviderSettings
{
    [Setting("Portées demandées", "Scopes asked for")]
    public IReadOnlyList<string> Scopes { get; init; } = ["openid", "profile", "email"];

    [Setting("Niveaux d’authentification demandés et acceptés (acr), le plus faible d’abord", "Authentication levels asked for and accepted (acr), weakest first")]
    public IReadOnlyList<string> Levels { get; init; } = [];

    [Setting("Secret du client dans le corps (body) ou l’en-tête (basic)", "Client secret in the body (body) or the header (basic)")]
    public ClientCredentialsStyle SecretIn { get; init; } = ClientCredentialsStyle.Body;

    [Setting("Identité lue : signed (userinfo signé), plain (userinfo en JSON) ou id-token", "Claims read from: signed (signed userinfo), plain (JSON userinfo) or id-token")]
    public UserInfoStyle UserInfo { get; init; } = UserInfoStyle.Signed;

    [Setting("Envoyer une clé de preuve (PKCE, S256)", "Send a proof key (PKCE, S256)")]
    public bool ProofKey { get; init; } = true;

    [Setting("Le fournisseur vérifie lui-même l’état civil : son identité signée est prouvée, sinon déclarée", "The provider itself checks the civil identity: what it signs is proven, else declared")]
    public bool ChecksIdentity { get; init; }

    internal override ProviderRules Rules => new()
    {
        Name = "openid", Scopes = Scopes, Levels = Levels, Secret = SecretIn, UserInfo = UserInfo, ProofKey = ProofKey, ChecksIdentity = ChecksIdentity,
    };

    public override IEnumerable<SettingProblem> Check()
    {
        foreach (var problem in base.Check())
        {
            yield return problem;
        }

        if (!Scopes.Contains("openid", StringComparer.Ordinal))
        {
            yield return new SettingProblem("scopes", "The scope openid is always asked for.");
        }

        if (ChecksIdentity && UserInfo == UserInfoStyle.Plain)
        {
            yield return new SettingProblem("checksIdentity", "Plain userinfo bears no signature, so it proves nothing: set userInfo to signed or id-token.");
        }
    }
}
