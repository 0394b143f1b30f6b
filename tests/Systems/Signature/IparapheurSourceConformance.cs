using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Http.Settings;
using IntegrationHub.Connectors.Sandbox.Systems.Signature;
using IntegrationHub.Connectors.Signature.Iparapheur;
using IntegrationHub.Tests.Conformance;
using IntegrationHub.Tests.Conformance.Http;

namespace IntegrationHub.Tests.Systems.Signature;

public sealed class IparapheurSourceConformance() : HttpSourceConformance(new IparapheurSandbox(), people: 400)
{
    protected override Connector Connector { get; } = new IparapheurConnector();

    protected override HttpSettings On(Uri address) => SignatureConnection.Iparapheur(address, SandboxRig.Password);

    protected override IReadOnlyList<Trouble> OwnTroubles =>
    [
        new("a wrong password", SandboxRig.Hurried(SignatureConnection.Iparapheur(Address, SandboxRig.WrongPassword)), FailureKind.Denied),
        new("no such desk", SandboxRig.Hurried(SignatureConnection.Iparapheur(Address, SandboxRig.Password) with { Desk = "nowhere" }), FailureKind.Denied),
    ];
}
