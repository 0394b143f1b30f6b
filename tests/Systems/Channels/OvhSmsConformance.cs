using System.Text;
using System.Text.Json;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Abstractions.Privacy;
using IntegrationHub.Connectors.Abstractions.Settings;
using IntegrationHub.Connectors.Channels.Sms;
using IntegrationHub.Connectors.Http.Settings;
using IntegrationHub.Connectors.Sandbox.Faults;
using IntegrationHub.Connectors.Sandbox.Systems.Channels;
using IntegrationHub.Tests.Conformance;
using IntegrationHub.Tests.Conformance.Http;

namespace IntegrationHub.Tests.Systems.Channels;

public sealed class OvhSmsConformance() : HttpSourceConformance(new OvhSmsSandbox())
{
    protected override Connector Connector { get; } = new OvhSmsConnector();

    protected override HttpSettings On(Uri address) => Account(address, SandboxRig.Password, SandboxRig.Password);

    protected override IReadOnlyList<Trouble> OwnTroubles =>
    [
        new("a wrong application secret", SandboxRig.Hurried(Account(Address, SandboxRig.WrongPassword, SandboxRig.Password)), FailureKind.Denied),
        new("a wrong consumer key", SandboxRig.Hurried(Account(Address, SandboxRig.Password, SandboxRig.WrongPassword)), FailureKind.Denied),
        new("no such account", SandboxRig.Hurried(Account(Address, SandboxRig.Password, SandboxRig.Password) with { Account = "sms-other" }), FailureKind.Denied),
    ];

    protected override IReadOnlyDictionary<FaultKind, string> NotTested { get; } = new Dictionary<FaultKind, string>
    {
        [FaultKind.NotFound] = "of a list it is Denied, tested apart; of a message it says that the message was deleted since the list was read",
    };

    [Fact]
    public async Task What_was_written_leaves_with_no_record()
    {
        var read = await ReadAsync(Open());

        Assert.All(read.Records, record => Assert.DoesNotContain("Bonjour", Encoding.UTF8.GetString(record.Body.Span), StringComparison.Ordinal));
        Assert.Contains((await ReadAsync(Open(ForbiddenFields.None))).Texts, text => text.Contains("Bonjour", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_message_sent_is_told_once_its_receipt_has_had_time_to_come()
    {
        var settings = (OvhSmsSettings)Settings;
        var all = await ReadAsync(Connector.OpenSource(settings with { SettleMinutes = 0 }, Context()));
        var middle = all.Records.Select(record => record.ChangedAt!.Value).Order().ElementAt(all.Records.Count / 2);
        var early = await ReadAsync(Connector.OpenSource(settings with { SettleMinutes = (int)(Rig.Time.GetUtcNow() - middle).TotalMinutes }, Context()));
        var later = await ReadAsync(Connector.OpenSource(settings with { SettleMinutes = 0 }, Context()), early.Pages[^1].Checkpoint);

        Assert.Null(early.Failure);
        Assert.InRange(Sent(early).Count, 0, Sent(all).Count - 1);
        Assert.Equal(Sent(all).Order(StringComparer.Ordinal), Sent(early).Concat(Sent(later)).Order(StringComparer.Ordinal));
        Assert.All(all.Records.Where(record => record.Key.StartsWith("outgoing:", StringComparison.Ordinal)), record =>
            Assert.Equal(JsonValueKind.Number, JsonDocument.Parse(record.Body).RootElement.GetProperty("deliveryReceipt").ValueKind));
    }

    private static IReadOnlyList<string> Sent(Reading reading) => [.. reading.Records.Select(record => record.Key).Where(key => key.StartsWith("outgoing:", StringComparison.Ordinal))];

    private static OvhSmsSettings Account(Uri address, Secret application, Secret consumer) => new()
    {
        Url = BaseAddress.Of(address), Account = OvhSmsSandbox.Account, ApplicationKey = "hub", ApplicationSecret = application, ConsumerKey = consumer, PageSize = 12, Outgoing = true,
    };
}
