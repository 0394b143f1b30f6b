using IntegrationHub.Connectors.Abstractions.Settings;
using IntegrationHub.Connectors.Channels.Ovh;

namespace IntegrationHub.Connectors.Channels.Calls;

/// <summary>Settings of the <c>ovh-calls</c> connector: the keys need the right to GET below <c>/telephony/</c>.</summary>
public sealed record OvhCallsSettings : OvhSettings
{
    [Setting("Groupe de facturation", "Billing account")]
    public required string BillingAccount { get; init; }

    [Setting("Lignes et numéros lus", "Lines and numbers read")]
    public required IReadOnlyList<string> Lines { get; init; }

    public override IEnumerable<SettingProblem> Check() =>
        Lines.Count > 0 ? base.Check() : [.. base.Check(), new SettingProblem("lines", "Name at least one line or number of the billing account: 0033241000000.")];
}
