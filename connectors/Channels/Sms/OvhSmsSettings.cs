using IntegrationHub.Connectors.Abstractions.Settings;
using IntegrationHub.Connectors.Channels.Ovh;

namespace IntegrationHub.Connectors.Channels.Sms;

/// <summary>Settings of the <c>ovh-sms</c> connector: the keys need the right to GET below <c>/sms/</c>.</summary>
public sealed record OvhSmsSettings : OvhSettings
{
    [Setting("Compte SMS", "SMS account")]
    public required string Account { get; init; }

    [Setting("Lire aussi les messages envoyés, avec leur accusé de réception", "Also read messages sent, with their delivery receipts")]
    public bool Outgoing { get; init; }

    [Setting("Minutes laissées à l’accusé de réception d’un message envoyé", "Minutes a message sent is given for its receipt", Minimum = 0, Maximum = 10_000)]
    public int SettleMinutes { get; init; } = 60;
}
