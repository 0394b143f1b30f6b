using System.Text;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Http.Settings;
using IntegrationHub.Connectors.Sandbox.Systems;
using IntegrationHub.Connectors.Signature.Yousign;
using IntegrationHub.Tests.Conformance;
using IntegrationHub.Tests.Conformance.Http;

namespace IntegrationHub.Tests.Systems.Signature;

public sealed class YousignSinkConformance() : HttpSinkConformance(new YousignSandbox())
{
    protected override Connector Connector { get; } = new YousignConnector();

    protected override int Changes => Rig.Server.Changes;

    protected override string NeverUpdates => "a request is made once, whatever its citizen's record says later";

    protected override HttpSettings On(Uri address) => SignatureConnection.Yousign(address, SandboxRig.Password);

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
        new("a wrong key", SandboxRig.Hurried(SignatureConnection.Yousign(Address, SandboxRig.WrongPassword)), FailureKind.Denied),
        new("requests nobody described", SandboxRig.Hurried(SignatureConnection.Yousign(Address, SandboxRig.Password) with { Request = null }), FailureKind.Denied),
    ];

    [Fact]
    public async Task A_draft_is_not_taken_back_and_its_deletion_is_parked()
    {
        var yousign = SignatureConnection.Yousign(Address, SandboxRig.Password);
        var sink = Connector.OpenSink(SandboxRig.Hurried(yousign with { Request = yousign.Request! with { Activate = false } }), new ConnectionContext { Connection = "yousign", StateFolder = Path.GetTempPath(), Time = Rig.Time });
        Written(await sink.WriteAsync(Record(1), CancellationToken.None));

        var outcome = await sink.WriteAsync(Record(1) with { Deleted = true, Body = default, Version = 2 }, CancellationToken.None);

        Assert.Equal("yousign.draft", Assert.IsType<SinkOutcome.Failed>(outcome).Failure.Code);
        Assert.Equal(1, Changes);
    }
}
