using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Http.Settings;
using IntegrationHub.Connectors.Sandbox.Faults;
using IntegrationHub.Connectors.Sandbox.Systems.Signature;
using IntegrationHub.Connectors.Signature.IparapheurSoap;
using IntegrationHub.Tests.Conformance;
using IntegrationHub.Tests.Conformance.Http;

namespace IntegrationHub.Tests.Systems.Signature;

public sealed class IparapheurSoapSourceConformance() : HttpSourceConformance(new IparapheurSoapSandbox(), people: 300)
{
    protected override Connector Connector { get; } = new IparapheurSoapConnector();

    protected override HttpSettings On(Uri address) => SignatureConnection.Soap(address, SandboxRig.Password);

    protected override IReadOnlyList<Trouble> OwnTroubles =>
    [
        new("a wrong password", SandboxRig.Hurried(SignatureConnection.Soap(Address, SandboxRig.WrongPassword)), FailureKind.Denied),
        new("a refusal inside HTTP 200", SandboxRig.Hurried(SignatureConnection.Soap(Address, SandboxRig.Password) with { Type = "NONE" }), FailureKind.Denied),
        new("more dossiers than are read", SandboxRig.Hurried(SignatureConnection.Soap(Address, SandboxRig.Password) with { Most = 3 }), FailureKind.Denied),
    ];

    protected override IReadOnlyDictionary<FaultKind, string> NotTested { get; } = new Dictionary<FaultKind, string>
    {
        [FaultKind.DuplicatePage] = "the service has no pages; a history in the place of another's names its dossier and is told apart",
    };
}
