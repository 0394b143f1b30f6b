using System.Text;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Abstractions.Settings;
using IntegrationHub.Connectors.Http.Settings;
using IntegrationHub.Connectors.Sandbox.Faults;
using IntegrationHub.Connectors.Sandbox.Systems.Signature;
using IntegrationHub.Connectors.Signature.Docusign;
using IntegrationHub.Tests.Conformance;
using IntegrationHub.Tests.Conformance.Http;

namespace IntegrationHub.Tests.Systems.Signature;

public sealed class DocusignSinkConformance() : HttpSinkConformance(new DocusignSandbox())
{
    private Secret key = DocusignKeys.None;

    protected override Connector Connector { get; } = new DocusignConnector();

    protected override int Changes => Rig.Server.Changes;

    protected override string NeverUpdates => "an envelope is made once, whatever its citizen's record says later";

    // A lasting 404 already meets the request for a token.
    protected override FailureKind? Expected(FaultKind fault) => SandboxRig.Expected(fault);

    protected override HttpSettings On(Uri address) => SignatureConnection.Docusign(address, key);

    protected override OutgoingRecord Record(int number) => new()
    {
        DeliveryId = $"d{number}",
        Key = $"G{number}",
        Version = 1,
        Body = Encoding.UTF8.GetBytes($$"""{"name":"Convention","first_name":"Marie","last_name":"Dupont","email":"p{{number}}@example.org"}"""),
    };

    protected override OutgoingRecord Changed(OutgoingRecord record) => record with { Version = 2, Body = """{"name":"Convention modifiée","first_name":"M","last_name":"D","email":"m@example.org"}"""u8.ToArray() };

    protected override OutgoingRecord? Bad => Record(5) with { Body = """{"name":"Convention","first_name":"Marie","last_name":"Dupont","email":"no address"}"""u8.ToArray() };

    protected override IReadOnlyList<Trouble> OwnTroubles =>
    [
        new("another's key", SandboxRig.Hurried(SignatureConnection.Docusign(Address, DocusignKeys.Stranger)), FailureKind.Denied),
        new("envelopes nobody described", SandboxRig.Hurried(SignatureConnection.Docusign(Address, key) with { Envelope = null }), FailureKind.Denied),
        new("a limit told with status 400", SandboxRig.Hurried(SignatureConnection.Docusign(Address, key) with { Account = DocusignSandbox.Exhausted }), FailureKind.Throttled),
    ];

    [Fact]
    public async Task A_draft_is_deleted_and_made_again_when_the_record_returns()
    {
        var docusign = SignatureConnection.Docusign(Address, key);
        var sink = Connector.OpenSink(SandboxRig.Hurried(docusign with { Envelope = docusign.Envelope! with { Send = false } }), new ConnectionContext { Connection = "docusign", StateFolder = Path.GetTempPath(), Time = Rig.Time });
        var draft = Written(await sink.WriteAsync(Record(1), CancellationToken.None));
        var deleted = Written(await sink.WriteAsync(Record(1) with { Deleted = true, Body = default, Version = 2 }, CancellationToken.None));
        var again = Written(await sink.WriteAsync(Record(1) with { Version = 3, Returns = true }, CancellationToken.None));

        Assert.Equal((SinkEffect.Created, SinkEffect.Deleted, SinkEffect.Created), (draft.Effect, deleted.Effect, again.Effect));
        Assert.NotEqual(draft.ForeignKey, again.ForeignKey);
    }

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        key = await DocusignKeys.OfAsync(Address);
    }
}
