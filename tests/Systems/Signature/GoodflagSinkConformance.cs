using System.Text;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Http.Settings;
using IntegrationHub.Connectors.Sandbox.Systems.Signature;
using IntegrationHub.Connectors.Signature.Goodflag;
using IntegrationHub.Tests.Conformance;
using IntegrationHub.Tests.Conformance.Http;

namespace IntegrationHub.Tests.Systems.Signature;

public sealed class GoodflagSinkConformance() : HttpSinkConformance(new GoodflagSandbox())
{
    protected override Connector Connector { get; } = new GoodflagConnector();

    protected override int Changes => Rig.Server.Changes;

    protected override string NeverUpdates => "a workflow is made once, whatever its citizen's record says later";

    protected override HttpSettings On(Uri address) => SignatureConnection.Goodflag(address, SandboxRig.Password);

    protected override OutgoingRecord Record(int number) => new()
    {
        DeliveryId = $"d{number}",
        Key = $"G{number}",
        Version = 1,
        Body = Encoding.UTF8.GetBytes($$"""{"name":"Convention","first_name":"Marie","last_name":"Dupont","email":"p{{number}}@example.org"}"""),
    };

    protected override OutgoingRecord Changed(OutgoingRecord record) => record with { Version = 2, Body = """{"name":"Convention modifiée","first_name":"M","last_name":"D","email":"m@example.org"}"""u8.ToArray() };

    protected override OutgoingRecord? Bad => Record(5) with { Body = """{"name":"Convention","first_name":"Marie"}"""u8.ToArray() };

    protected override IReadOnlyList<Trouble> OwnTroubles =>
    [
        new("a wrong token", SandboxRig.Hurried(SignatureConnection.Goodflag(Address, SandboxRig.WrongPassword)), FailureKind.Denied),
        new("workflows nobody described", SandboxRig.Hurried(SignatureConnection.Goodflag(Address, SandboxRig.Password) with { Workflow = null }), FailureKind.Denied),
    ];

    [Fact]
    public async Task A_draft_is_not_taken_back_and_its_deletion_is_parked()
    {
        var goodflag = SignatureConnection.Goodflag(Address, SandboxRig.Password);
        var sink = Connector.OpenSink(SandboxRig.Hurried(goodflag with { Workflow = goodflag.Workflow! with { Start = false } }), new ConnectionContext { Connection = "goodflag", StateFolder = Path.GetTempPath(), Time = Rig.Time });
        Written(await sink.WriteAsync(Record(1), CancellationToken.None));

        var outcome = await sink.WriteAsync(Record(1) with { Deleted = true, Body = default, Version = 2 }, CancellationToken.None);

        Assert.Equal("goodflag.draft", Assert.IsType<SinkOutcome.Failed>(outcome).Failure.Code);
        Assert.Equal(1, Changes);
    }
}
