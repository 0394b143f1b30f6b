using IntegrationHub.Connectors.Abstractions.Settings;
using IntegrationHub.Connectors.Http.Settings;

namespace IntegrationHub.Connectors.Channels.Ovh;

/// <summary>What every service of OVH's API 1.0 is told. The keys are made on the provider's site, with the right to GET below the service's own path only.</summary>
public abstract record OvhSettings : HttpSettings
{
    [Setting("Clé de l’application", "Application key")]
    public required string ApplicationKey { get; init; }

    [Setting("Secret de l’application", "Application secret")]
    public required Secret ApplicationSecret { get; init; }

    [Setting("Clé du consommateur", "Consumer key")]
    public required Secret ConsumerKey { get; init; }

    [Setting("Éléments par page", "Entries a page", Minimum = 1, Maximum = 1000)]
    public int PageSize { get; init; } = 50;

    public override IEnumerable<SettingProblem> Check() =>
        Auth is null ? base.Check() : [.. base.Check(), new SettingProblem("auth", "Requests are signed with applicationKey, applicationSecret and consumerKey: leave auth out.")];
}
