using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Abstractions.Settings;
using IntegrationHub.Connectors.Sandbox.Faults;
using IntegrationHub.Connectors.Sandbox.Systems;
using IntegrationHub.Connectors.Sandbox.Town;
using IntegrationHub.Connectors.Signature.Yousign;
using IntegrationHub.Tests.Conformance;
using IntegrationHub.Tests.Conformance.Http;

namespace IntegrationHub.Tests.Systems.Signature;

public sealed class YousignReceiverConformance : ReceiverConformance, IAsyncLifetime
{
    private readonly SandboxRig rig = new(new YousignSandbox(), people: 300);

    protected override Connector Connector { get; } = new YousignConnector();

    protected override object Settings => SandboxRig.Hurried(SignatureConnection.Yousign(rig.Server.Address, SandboxRig.Password));

    protected override IncomingCall SignedNonsense => Sign("{\"event_name\":1", WebhookKey.Current);

    protected override IncomingCall SignedByAnother => Sign(Event(1), "another-key-of-32-characters-long");

    protected override IncomingCall? Old => null;

    protected override string KnowsNoTime => "Yousign repeats an event with its own time for two days; one played again gives the same version and changes nothing";

    protected override IReadOnlyList<string> SignatureHeaders { get; } = ["X-Yousign-Signature-256"];

    protected override IReadOnlyList<string> Confidential => [.. rig.Confidential, WebhookKey.Current];

    [Fact]
    public async Task A_request_is_told_with_its_signers_as_the_api_names_them()
    {
        var record = Assert.Single(Assert.IsType<Received.Accepted>(await ReceiveAsync(Signed(1))).Records);

        Assert.Equal(Request(1).Key, record.Key);
        Assert.Contains(Request(1).People[0].LastName, Encoding.UTF8.GetString(record.Body.Span), StringComparison.Ordinal);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1_770_000_001), record.ChangedAt);
    }

    [Fact]
    public async Task The_key_before_is_taken_while_it_is_replaced() =>
        Assert.IsType<Received.Accepted>(await ReceiveAsync(Sign(Event(1), WebhookKey.Former)));

    [Fact]
    public async Task A_deleted_request_is_deleted_here_and_what_is_not_signed_is_no_record()
    {
        var deleted = Assert.IsType<Received.Accepted>(await ReceiveAsync(Sign(Event(1).Replace("signature_request.done", "signature_request.deleted", StringComparison.Ordinal), WebhookKey.Current)));
        var contact = Assert.IsType<Received.Accepted>(await ReceiveAsync(Sign("""{"event_name":"contact.created","event_time":"1770000000","data":{"contact":{"id":"c"}}}""", WebhookKey.Current)));

        Assert.True(Assert.Single(deleted.Records).Deleted);
        Assert.Empty(contact.Records);
        Assert.Empty(contact.Rejected);
    }

    [Fact]
    public async Task While_the_api_fails_the_event_is_to_be_sent_again()
    {
        rig.Server.Faults.Set(new Fault(FaultKind.ServerError));
        var refused = Assert.IsType<Received.Refused>(await ReceiveAsync(Signed(1)));
        rig.Server.Faults.Clear();

        Assert.Equal(FailureKind.Passing, refused.Failure.Kind);
    }

    public Task InitializeAsync() => rig.StartAsync();

    public Task DisposeAsync() => rig.StopAsync();

    protected override TimeProvider Clock() => rig.Time.Twin();

    protected override IncomingCall Signed(int number) => Sign(Event(number), WebhookKey.Current);

    private TownRecord Request(int number) => rig.Server.Town.Records(TownSystem.Signature).ElementAt(number % 5);

    private string Event(int number) => string.Create(
        CultureInfo.InvariantCulture,
        $$$$"""{"event_id":"e{{{{number}}}}","event_name":"signature_request.done","event_time":"{{{{1_770_000_000 + number}}}}","subscription_id":"s","subscription_description":"hub","sandbox":true,"data":{"signature_request":{"id":"{{{{Request(number).Key}}}}","status":"done"}}}""");

    private static IncomingCall Sign(string body, string key) => new()
    {
        Method = "POST",
        Path = "",
        Headers = Headers(("X-Yousign-Signature-256", "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(body))))),
        Body = Utf8(body),
        ReceivedAt = DateTimeOffset.UnixEpoch,
    };
}
