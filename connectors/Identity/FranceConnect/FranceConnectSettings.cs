using IntegrationHub.Connectors.Abstractions.Settings;
using IntegrationHub.Connectors.Identity.OpenId;

namespace IntegrationHub.Connectors.Identity.FranceConnect;

/// <summary>Settings of the <c>franceconnect</c> connector. The base address is the issuer: <c>https://oidc.franceconnect.gouv.fr/api/v2</c> in production.</summary>
public sealed record FranceConnectSettings : ProviderSettings
{
    [Setting("Portées demandées, telles qu’habilitées", "Scopes asked for, as FranceConnect granted them")]
    public IReadOnlyList<string> Scopes { get; init; } = ["openid", "identite_pivot", "email"];

    [Setting("Niveau eIDAS demandé : eidas1, ou eidas2 et eidas3 avec FranceConnect+", "eIDAS level asked for: eidas1, or eidas2 and eidas3 with FranceConnect+")]
    public EidasLevel Level { get; init; } = EidasLevel.Eidas1;

    // A stronger level than asked for is as good; the secret goes into the body, no proof key, userinfo always signed.
    internal override ProviderRules Rules => new()
    {
        Name = "franceconnect", Scopes = Scopes, Levels = [.. Enum.GetValues<EidasLevel>().Where(level => level >= Level).Select(level => level.ToString().ToLowerInvariant())], ChecksIdentity = true,
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
    }
}
