using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Abstractions.Settings;
using IntegrationHub.Connectors.Sandbox.Faults;
using IntegrationHub.Connectors.Sandbox.Systems.Signature;
using IntegrationHub.Connectors.Sandbox.Town;
using IntegrationHub.Connectors.Signature.Docusign;
using IntegrationHub.Tests.Conformance;
using IntegrationHub.Tests.Conformance.Http;

namespace IntegrationHub.Tests.Systems.Signature;

public sealed class DocusignReceiverConformance : ReceiverConformance, IAsyncLifetime
{
    private const string Header = "X-DocuSign-Signature-1";

    private readonly SandboxRig rig = new(new DocusignSandbox(), people: 300);

    private Secret key = DocusignKeys.None;

    protected override Connector Connector { get; } = new DocusignConnector();

    protected override object Settings => SandboxRig.Hurried(SignatureConnection.Docusign(rig.Server.Address, key));

    protected override IncomingCall SignedNonsense => Sign("{\"event\":1", WebhookKey.Current);

    protected override IncomingCall SignedByAnother => Sign(Told(1), "another-key-of-32-characters-long");

    protected override IncomingCall? Old => null;

    protected override string KnowsNoTime => "Connect repeats an event for days; one played again gives the envelope's same version and changes nothing";

    protected override IReadOnlyList<string> SignatureHeaders { get; } = [Header];

    protected override IReadOnlyList<string> Confidential => [.. rig.Confidential, WebhookKey.Current];

    [Fact]
    public async Task A_signed_event_is_believed_and_the_api_is_not_asked()
    {
        rig.Server.Faults.Set(new Fault(FaultKind.ServerError));
        var record = Assert.Single(Assert.IsType<Received.Accepted>(await ReceiveAsync(Signed(1))).Records);
        rig.Server.Faults.Clear();

        Assert.Equal(Envelope(1), record.Key);
        Assert.Contains("Marie Dupont", Encoding.UTF8.GetString(record.Body.Span), StringComparison.Ordinal);
        Assert.DoesNotContain("JVBERi0", Encoding.UTF8.GetString(record.Body.Span), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_signature_of_several_is_enough_and_the_key_before_is_taken_while_it_is_replaced()
    {
        var former = Sign(Told(1), WebhookKey.Former);
        var first = Signed(1) with { Headers = Headers((Header, Signed(1).Headers[Header]), ("X-DocuSign-Signature-2", "bm9uc2Vuc2U=")) };
        var second = former with { Headers = Headers((Header, "bm9uc2Vuc2U="), ("X-DocuSign-Signature-2", former.Headers[Header])) };

        Assert.IsType<Received.Accepted>(await ReceiveAsync(former));
        Assert.IsType<Received.Accepted>(await ReceiveAsync(first));
        Assert.IsType<Received.Accepted>(await ReceiveAsync(second));
    }

    [Fact]
    public async Task Without_a_key_the_envelope_is_read_again_and_what_the_call_claims_counts_for_nothing()
    {
        var settings = (DocusignSettings)Settings with { WebhookKeys = [] };
        var receiver = Connector.OpenReceiver(settings, new ConnectionContext { Connection = "docusign", StateFolder = Path.GetTempPath(), Time = Clock() });
        var record = Assert.Single(Assert.IsType<Received.Accepted>(await receiver.ReceiveAsync(Signed(1) with { Headers = Headers() }, CancellationToken.None)).Records);
        var deletion = Told(1).Replace("envelope-completed", "envelope-deleted", StringComparison.Ordinal);
        var deleted = Assert.Single(Assert.IsType<Received.Accepted>(await receiver.ReceiveAsync(Sign(deletion, "nobody"), CancellationToken.None)).Records);
        var nonsense = await receiver.ReceiveAsync(SignedNonsense, CancellationToken.None);

        var body = Encoding.UTF8.GetString(record.Body.Span);
        Assert.Contains(rig.Server.Town.Records(TownSystem.Signature).ElementAt(1).People[0].LastName, body, StringComparison.Ordinal);
        Assert.DoesNotContain("Marie Dupont", body, StringComparison.Ordinal);
        Assert.False(deleted.Deleted);
        Assert.Equal(FailureKind.Refused, Assert.IsType<Received.Refused>(nonsense).Failure.Kind);
    }

    [Fact]
    public async Task An_event_without_signers_has_the_envelope_read_again_and_one_of_another_account_is_no_record()
    {
        var bare = Assert.IsType<Received.Accepted>(await ReceiveAsync(Sign(Told(1, summary: "{\"status\":\"completed\"}"), WebhookKey.Current)));
        var other = Assert.IsType<Received.Accepted>(await ReceiveAsync(Sign(Told(1).Replace(DocusignSandbox.Account, DocusignSandbox.Elsewhere, StringComparison.Ordinal), WebhookKey.Current)));
        var deleted = Assert.IsType<Received.Accepted>(await ReceiveAsync(Sign(Told(1).Replace("envelope-completed", "envelope-deleted", StringComparison.Ordinal), WebhookKey.Current)));

        Assert.Contains("\"signers\"", Encoding.UTF8.GetString(Assert.Single(bare.Records).Body.Span), StringComparison.Ordinal);
        Assert.Empty(other.Records);
        Assert.True(Assert.Single(deleted.Records).Deleted);
    }

    public async Task InitializeAsync()
    {
        await rig.StartAsync();
        key = await DocusignKeys.OfAsync(rig.Server.Address);
    }

    public Task DisposeAsync() => rig.StopAsync();

    protected override TimeProvider Clock() => rig.Time.Twin();

    protected override IncomingCall Signed(int number) => Sign(Told(number), WebhookKey.Current);

    private string Envelope(int number) => rig.Server.Town.Records(TownSystem.Signature).ElementAt(number % 5).Key;

    private string Told(int number, string? summary = null) => string.Create(
        CultureInfo.InvariantCulture,
        $$"""
        {"event":"envelope-completed","uri":"/restapi/v2.1/accounts/{{DocusignSandbox.Account}}/envelopes/{{Envelope(number)}}","retryCount":0,"configurationId":12345,"apiVersion":"v2.1","generatedDateTime":"2026-01-05T10:00:0{{number % 10}}.0000000Z",
        "data":{"accountId":"{{DocusignSandbox.Account}}","userId":"u","envelopeId":"{{Envelope(number)}}","envelopeSummary":{{summary ?? Summary(number)}}} }
        """);

    private static string Summary(int number) => string.Create(
        CultureInfo.InvariantCulture,
        $$"""{"status":"completed","emailSubject":"Convention","statusChangedDateTime":"2026-01-05T10:00:0{{number % 10}}.0000000Z","envelopeDocuments":[{"documentId":"1","PDFBytes":"JVBERi0"}],"recipients":{"signers":[{"recipientId":"1","name":"Marie Dupont","email":"marie@example.org","status":"completed"}]} }""");

    private static IncomingCall Sign(string body, string key) => new()
    {
        Method = "POST",
        Path = "",
        Headers = Headers((Header, Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(body))))),
        Body = Utf8(body),
        ReceivedAt = DateTimeOffset.UnixEpoch,
    };
}
