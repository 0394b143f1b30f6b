using IntegrationHub.Connectors.Abstractions.Settings;
using IntegrationHub.Connectors.Http.Settings;

namespace IntegrationHub.Connectors.Identity.OpenId;

/// <summary>What every connection to an identity provider is told. The base address is the issuer; everything else of the provider comes from its discovery document.</summary>
public abstract record ProviderSettings : HttpSettings
{
    [Setting("Identifiant du client, donné par le fournisseur", "Client id, given by the provider")]
    public required string ClientId { get; init; }

    [Setting("Secret du client", "Client secret")]
    public required Secret ClientSecret { get; init; }

    [Setting("Fermer aussi la session du fournisseur à la fin (poste partagé)", "Also end the provider's session at the end (shared desk)")]
    public bool Logout { get; init; } = true;

    [Setting("Écart d’horloge toléré, en secondes", "Clock difference tolerated, in seconds", Minimum = 0, Maximum = 300)]
    public int ToleranceSeconds { get; init; } = 30;

    internal abstract ProviderRules Rules { get; }

    public override IEnumerable<SettingProblem> Check()
    {
        foreach (var problem in base.Check())
        {
            yield return problem;
        }

        if (Auth is not null)
        {
            yield return new SettingProblem("auth", "An identity provider knows the hub by clientId and clientSecret: leave auth out.");
        }

        if (Url.Value is { Scheme: "http", IsLoopback: false })
        {
            yield return new SettingProblem("url", "An issuer is reached by https: the secret and the codes would cross the network in clear text.");
        }
    }
}
