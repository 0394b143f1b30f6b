using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Http.Declarative;
using IntegrationHub.Connectors.Http.Settings;
using IntegrationHub.Connectors.Sandbox.Faults;
using IntegrationHub.Connectors.Sandbox.Systems;
using IntegrationHub.Tests.Conformance;
using IntegrationHub.Tests.Conformance.Http;

namespace IntegrationHub.Tests.Http.Conformance;

public sealed class YousignConformance() : HttpSourceConformance(new YousignSandbox(), people: 400)
{
    protected override Connector Connector { get; } = new HttpDocumentConnector();

    protected override HttpSettings On(Uri address) => Shipped.At("yousign", address, size: 12) with { Auth = Bearer(SandboxRig.Password) };

    protected override IReadOnlyList<Trouble> OwnTroubles =>
    [
        new("a wrong key", (HttpSettings)Settings with { Auth = Bearer(SandboxRig.WrongPassword) }, FailureKind.Denied),
        new("no such list", Settings, FailureKind.Denied) { Meet = () => Rig.Server.Faults.Set(new Fault(FaultKind.NotFound)), Leave = Rig.Server.Faults.Clear },
    ];

    protected override IReadOnlyDictionary<FaultKind, string> NotTested { get; } = new Dictionary<FaultKind, string>
    {
        [FaultKind.NotFound] = "of a list it is Denied, tested apart; of a request's signers it passes: the request went between the two answers",
    };

    private static AuthSettings Bearer(Connectors.Abstractions.Settings.Secret key) => new() { Bearer = new BearerSettings { Token = key } };
}
