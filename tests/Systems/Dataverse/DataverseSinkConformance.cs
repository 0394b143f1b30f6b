using System.Text;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Crm.Dataverse;
using IntegrationHub.Connectors.Http.Settings;
using IntegrationHub.Connectors.Sandbox.Faults;
using IntegrationHub.Connectors.Sandbox.Systems.Dataverse;
using IntegrationHub.Tests.Conformance;
using IntegrationHub.Tests.Conformance.Http;

namespace IntegrationHub.Tests.Systems.Dataverse;

public sealed class DataverseSinkConformance() : HttpSinkConformance(new DataverseSandbox())
{
    protected override Connector Connector { get; } = new DataverseConnector();

    protected override int Changes => Rig.Server.Changes;

    protected override HttpSettings On(Uri address) => DataverseConnection.To(address, SandboxRig.Password);

    protected override OutgoingRecord Record(int number) => new()
    {
        DeliveryId = $"d{number}",
        Key = $"G{number}",
        Version = 1,
        Body = Encoding.UTF8.GetBytes($$"""{"lastname":"Essai","firstname":"N{{number}}"}"""),
    };

    protected override OutgoingRecord Changed(OutgoingRecord record) =>
        record with { Version = 2, Body = """{"lastname":"Essai","firstname":"Autre"}"""u8.ToArray(), Changed = new HashSet<string> { "firstname" } };

    protected override OutgoingRecord? Bad => Record(5) with { Body = """{"lastname":"Essai","nosuch":"x"}"""u8.ToArray() };

    /// <summary>Everything not found is the sign-in not found: the tenant's address is wrong.</summary>
    protected override FailureKind? Expected(FaultKind fault) => fault == FaultKind.NotFound ? FailureKind.Denied : base.Expected(fault);

    protected override IReadOnlyList<Trouble> OwnTroubles => [new("a wrong secret", SandboxRig.Hurried(DataverseConnection.To(Address, SandboxRig.WrongPassword)), FailureKind.Denied)];
}
