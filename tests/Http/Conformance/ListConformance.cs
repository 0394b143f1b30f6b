using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Http.Settings;
using IntegrationHub.Connectors.Sandbox.Faults;
using IntegrationHub.Connectors.Sandbox.Systems;
using IntegrationHub.Tests.Conformance;
using IntegrationHub.Tests.Conformance.Http;
using IntegrationHub.Tests.Http.Fakes;

namespace IntegrationHub.Tests.Http.Conformance;

public sealed class ListConformance() : HttpSourceConformance(new PublikSandbox())
{
    protected override Connector Connector { get; } = new ListConnector();

    protected override HttpSettings On(Uri address) => new()
    {
        Url = BaseAddress.Of(address),
        Auth = new AuthSettings { SignedUrl = new SignedUrlSettings { Key = SandboxRig.Password, Orig = "hub" } },
    };

    protected override IReadOnlyList<Trouble> OwnTroubles =>
    [
        new("a wrong key", On(Address) with { Auth = new AuthSettings { SignedUrl = new SignedUrlSettings { Key = SandboxRig.WrongPassword, Orig = "hub" } } }, FailureKind.Denied),
    ];

    protected override IReadOnlyDictionary<FaultKind, string> NotTested { get; } = new Dictionary<FaultKind, string>
    {
        [FaultKind.LateCommit] = "this test source has no cursor: it counts",
    };
}
