using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Crm.Dataverse;
using IntegrationHub.Connectors.Http.Settings;
using IntegrationHub.Connectors.Sandbox.Systems.Dataverse;
using IntegrationHub.Tests.Conformance;
using IntegrationHub.Tests.Conformance.Http;

namespace IntegrationHub.Tests.Systems.Dataverse;

public sealed class DataverseSourceConformance() : HttpSourceConformance(new DataverseSandbox())
{
    protected override Connector Connector { get; } = new DataverseConnector();

    protected override HttpSettings On(Uri address) => DataverseConnection.To(address, SandboxRig.Password, "nir", "iban", "remarques");

    protected override IReadOnlyList<Trouble> OwnTroubles =>
    [
        new("a wrong secret", SandboxRig.Hurried(DataverseConnection.To(Address, SandboxRig.WrongPassword)), FailureKind.Denied),
        new("a column that does not exist", SandboxRig.Hurried(DataverseConnection.To(Address, SandboxRig.Password, "nosuch")), FailureKind.Denied),
    ];
}
