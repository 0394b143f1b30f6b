using IntegrationHub.Connectors.Abstractions.Settings;
using IntegrationHub.Connectors.Http.Settings;

namespace IntegrationHub.Connectors.Channels.Sms;

/// <summary>Settings of the <c>ovh-sms</c> connector. The keys are made on the provider's site, with the right to GET below <c>/sms/</c> only.</summary>
public sealed record OvhSmsSettings : HttpSettings
{
    [Setting("Compte SMS", "SMS account")]
    public required string Account { get; init; }

    [Setting("Clé de l’application", "Application key")]
    public required string ApplicationKey { get; init; }

    [Setting("Secret de l’application", "Application secret")]
    public required Secret ApplicationSecret { get; init; }

    [Setting("Clé du consommateur", "Consumer key")]
    public required Secret ConsumerKey { get; init; }

    [Setting("Lire aussi les messages envoyés, avec leur accusé de réception", "Also read messages sent, with their delivery receipts")]
    public bool Outgoing { get; init; }

    [Setting("Minutes laissées à l’accusé de réception d’un message envoyé", "Minutes a message sent is given for its receipt", Minimum = 0, Maximum = 10_000)]
    public int SettleMinutes { get; init; } = 60;

    [Setting("Messages par page", "Messages a page", Minimum = 1, Maximum = 1000)]
    public int PageSize { get; init; } = 50;

    public override IEnumerable<SettingProblem> Check() =>
        Auth is null ? base.Check() : [.. base.Check(), new SettingProblem("auth", "Requests are signed with applicationKey, applicationSecret and consumerKey: leave auth out.")];
}
