using System.Text;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Http.Settings;
using IntegrationHub.Connectors.Sandbox.Faults;
using IntegrationHub.Connectors.Sandbox.Systems.Signature;
using IntegrationHub.Connectors.Signature.Iparapheur;
using IntegrationHub.Tests.Conformance;
using IntegrationHub.Tests.Conformance.Http;

namespace IntegrationHub.Tests.Systems.Signature;

public sealed class IparapheurSinkConformance() : HttpSinkConformance(new IparapheurSandbox())
{
    protected override Connector Connector { get; } = new IparapheurConnector();

    protected override int Changes => Rig.Server.Changes;

    protected override string NeverUpdates => "a folder is made once; the interface offers no change of it";

    // Nothing it asks for belongs to one record: tenant and desk are the connection's.
    protected override FailureKind? Expected(FaultKind fault) => SandboxRig.Expected(fault);

    protected override HttpSettings On(Uri address) => SignatureConnection.Iparapheur(address, SandboxRig.Password);

    protected override OutgoingRecord Record(int number) => new()
    {
        DeliveryId = $"d{number}",
        Key = $"G{number}",
        Version = 1,
        Body = Encoding.UTF8.GetBytes($$"""{"name":"Convention","i_Parapheur_reserved_ext_sig_lastname":"Dupont","i_Parapheur_reserved_ext_sig_mail":"p{{number}}@example.org"}"""),
    };

    protected override OutgoingRecord Changed(OutgoingRecord record) => record with { Version = 2, Body = """{"name":"Convention modifiée"}"""u8.ToArray() };

    protected override OutgoingRecord? Bad => Record(5) with { Body = "{}"u8.ToArray() };

    protected override IReadOnlyList<Trouble> OwnTroubles =>
    [
        new("a wrong password", SandboxRig.Hurried(SignatureConnection.Iparapheur(Address, SandboxRig.WrongPassword)), FailureKind.Denied),
        new("no document", SandboxRig.Hurried(With(new FolderSettings { Type = "Courrier", Subtype = "Convention", Document = "/nowhere/convention.pdf" })), FailureKind.Denied),
        new("folders nobody described", SandboxRig.Hurried(With(null)), FailureKind.Denied),
    ];

    [Fact]
    public async Task A_folder_on_its_way_is_left_alone_and_the_deletion_is_parked()
    {
        var started = SandboxRig.Hurried(With(SignatureConnection.Iparapheur(Address, SandboxRig.Password).Folder! with { Start = true }));
        var sink = Connector.OpenSink(started, new ConnectionContext { Connection = "parapheur", StateFolder = Path.GetTempPath(), Time = Rig.Time });
        Written(await sink.WriteAsync(Record(1), CancellationToken.None));

        var outcome = await sink.WriteAsync(Record(1) with { Deleted = true, Body = default, Version = 2 }, CancellationToken.None);

        Assert.Equal((FailureKind.Refused, "iparapheur.under-way"), (Assert.IsType<SinkOutcome.Failed>(outcome).Failure.Kind, ((SinkOutcome.Failed)outcome).Failure.Code));
        Assert.Equal(1, Changes);
    }

    private IparapheurSettings With(FolderSettings? folder) => SignatureConnection.Iparapheur(Address, SandboxRig.Password) with { Folder = folder };
}
