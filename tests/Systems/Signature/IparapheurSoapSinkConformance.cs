using System.Text;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Http.Settings;
using IntegrationHub.Connectors.Sandbox.Systems.Signature;
using IntegrationHub.Connectors.Signature.IparapheurSoap;
using IntegrationHub.Tests.Conformance;
using IntegrationHub.Tests.Conformance.Http;

namespace IntegrationHub.Tests.Systems.Signature;

public sealed class IparapheurSoapSinkConformance() : HttpSinkConformance(new IparapheurSoapSandbox())
{
    protected override Connector Connector { get; } = new IparapheurSoapConnector();

    protected override int Changes => Rig.Server.Changes;

    protected override string NeverUpdates => "a dossier is made once; the service offers no change of it";

    protected override string NeverDeletes => "the service erases rejected dossiers only: a deletion is parked, tested apart";

    protected override HttpSettings On(Uri address) => SignatureConnection.Soap(address, SandboxRig.Password);

    protected override OutgoingRecord Record(int number) => new()
    {
        DeliveryId = $"d{number}",
        Key = $"G{number}",
        Version = 1,
        Body = Encoding.UTF8.GetBytes($$"""{"name":"Convention","nom":"Dupont","courriel":"p{{number}}@example.org"}"""),
    };

    protected override OutgoingRecord Changed(OutgoingRecord record) => record with { Version = 2, Body = """{"name":"Convention modifiée"}"""u8.ToArray() };

    protected override OutgoingRecord? Bad => Record(5) with { Body = "[]"u8.ToArray() };

    protected override IReadOnlyList<Trouble> OwnTroubles =>
    [
        new("a wrong password", SandboxRig.Hurried(SignatureConnection.Soap(Address, SandboxRig.WrongPassword)), FailureKind.Denied),
        new("a refusal inside HTTP 200", SandboxRig.Hurried(SignatureConnection.Soap(Address, SandboxRig.Password) with { Type = "NONE" }), FailureKind.Refused),
    ];

    [Fact]
    public async Task A_deletion_is_parked_while_there_is_a_dossier_and_nothing_to_do_when_there_is_none()
    {
        var none = await WriteAsync(Record(7) with { Deleted = true, Body = default });
        Written(await WriteAsync(Record(1)));
        var parked = await WriteAsync(Record(1) with { Deleted = true, Body = default, Version = 2 });

        Assert.Equal(SinkEffect.Unchanged, Written(none).Effect);
        Assert.Equal(FailureKind.Refused, Assert.IsType<SinkOutcome.Failed>(parked).Failure.Kind);
        Assert.Equal(1, Changes);
    }
}
