using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Ged.Cmis;
using IntegrationHub.Connectors.Http.Settings;
using IntegrationHub.Connectors.Sandbox.Systems.Ged;
using IntegrationHub.Tests.Conformance;
using IntegrationHub.Tests.Conformance.Http;

namespace IntegrationHub.Tests.Systems.Ged;

public sealed class CmisSourceConformance() : HttpSourceConformance(new CmisSandbox())
{
    protected override Connector Connector { get; } = new CmisConnector();

    protected override HttpSettings On(Uri address) => GedConnection.Cmis(address, SandboxRig.Password);

    protected override IReadOnlyList<Trouble> OwnTroubles =>
    [
        new("a wrong password", SandboxRig.Hurried(GedConnection.Cmis(Address, SandboxRig.WrongPassword)), FailureKind.Denied),
        new("what is read cannot be parsed", SandboxRig.Hurried(GedConnection.Cmis(Address, SandboxRig.Password) with { Type = "no type; at all" }), FailureKind.Denied),
    ];
}
