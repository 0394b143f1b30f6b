using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Ged.Alfresco;
using IntegrationHub.Connectors.Http.Settings;
using IntegrationHub.Connectors.Sandbox.Systems.Ged;
using IntegrationHub.Tests.Conformance;
using IntegrationHub.Tests.Conformance.Http;

namespace IntegrationHub.Tests.Systems.Ged;

public sealed class AlfrescoSourceConformance() : HttpSourceConformance(new AlfrescoSandbox())
{
    protected override Connector Connector { get; } = new AlfrescoConnector();

    protected override HttpSettings On(Uri address) => GedConnection.Alfresco(address, SandboxRig.Password);

    protected override IReadOnlyList<Trouble> OwnTroubles =>
    [
        new("a wrong password", SandboxRig.Hurried(GedConnection.Alfresco(Address, SandboxRig.WrongPassword)), FailureKind.Denied),
        new("what is read cannot be parsed", SandboxRig.Hurried(GedConnection.Alfresco(Address, SandboxRig.Password) with { Query = "nonsense" }), FailureKind.Denied),
    ];
}
