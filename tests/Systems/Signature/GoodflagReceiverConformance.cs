using System.Text;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Sandbox.Faults;
using IntegrationHub.Connectors.Sandbox.Systems.Signature;
using IntegrationHub.Connectors.Sandbox.Town;
using IntegrationHub.Connectors.Signature.Goodflag;
using IntegrationHub.Tests.Conformance;
using IntegrationHub.Tests.Conformance.Http;

namespace IntegrationHub.Tests.Systems.Signature;

public sealed class GoodflagReceiverConformance : ReceiverConformance, IAsyncLifetime
{
    private readonly SandboxRig rig = new(new GoodflagSandbox(), people: 300);

    protected override Connector Connector { get; } = new GoodflagConnector();

    protected override object Settings => SandboxRig.Hurried(SignatureConnection.Goodflag(rig.Server.Address, SandboxRig.Password) with { WebhookSecret = WebhookKey.Both[0] });

    protected override IncomingCall SignedNonsense => Call("[1]");

    protected override IncomingCall SignedByAnother => Signed(1);

    protected override IncomingCall? Old => null;

    protected override string KnowsNoTime => "a call only names an event; played again, its workflow is read again in its present state";

    protected override IReadOnlyList<string> SignatureHeaders { get; } = [];

    protected override string Unsigned => "Goodflag signs nothing: the event and its workflow are read again from the API, and the call itself is not believed";

    protected override IReadOnlyList<string> Confidential => [.. rig.Confidential, WebhookKey.Current];

    [Fact]
    public async Task What_the_call_says_of_the_workflow_counts_for_nothing()
    {
        var lie = Call($$"""{"id":"{{GoodflagSandbox.Event(Of(1))}}","eventType":"workflowFinished","workflowId":"{{GoodflagSandbox.Workflow(Of(2))}}"}""");
        var record = Assert.Single(Assert.IsType<Received.Accepted>(await ReceiveAsync(lie)).Records);

        Assert.Equal(GoodflagSandbox.Workflow(Of(1)), record.Key);
        Assert.Contains(Of(1).People[0].LastName, Encoding.UTF8.GetString(record.Body.Span), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_event_nobody_knows_and_a_call_without_the_secret_of_the_address_are_denied()
    {
        var unknown = Assert.IsType<Received.Refused>(await ReceiveAsync(Call("{\"id\":\"wev_0\"}")));
        var keyless = Assert.IsType<Received.Refused>(await ReceiveAsync(Signed(1) with { Query = new Dictionary<string, string>() }));
        var guessed = Assert.IsType<Received.Refused>(await ReceiveAsync(Signed(1) with { Query = new Dictionary<string, string> { ["key"] = WebhookKey.Former } }));

        Assert.All([unknown, keyless, guessed], refused => Assert.Equal(FailureKind.Denied, refused.Failure.Kind));
    }

    [Fact]
    public async Task An_event_gives_the_version_that_the_list_gives()
    {
        var told = Assert.Single(Assert.IsType<Received.Accepted>(await ReceiveAsync(Signed(1))).Records);
        var context = new ConnectionContext { Connection = "goodflag", StateFolder = Path.Combine(Path.GetTempPath(), "goodflag-" + Guid.NewGuid().ToString("n")), Time = Clock() };
        var read = await Reading.AllAsync(Connector.OpenSource(Settings, context), after: null, commit: false);

        Assert.Equal(told.Version, read.Records.Single(record => record.Key == told.Key).Version);
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

    protected override IncomingCall Signed(int number) => Call($$"""{"id":"{{GoodflagSandbox.Event(Of(number))}}","eventType":"workflowFinished","workflowId":"{{GoodflagSandbox.Workflow(Of(number))}}","webhookId":"wbh_hub","created":1770000000000}""");

    private TownRecord Of(int number) => rig.Server.Town.Records(TownSystem.Signature).ElementAt(number % 5);

    private static IncomingCall Call(string body) => new()
    {
        Method = "POST",
        Path = "",
        Headers = Headers(),
        Query = new Dictionary<string, string> { ["key"] = WebhookKey.Current },
        Body = Utf8(body),
        ReceivedAt = DateTimeOffset.UnixEpoch,
    };
}
