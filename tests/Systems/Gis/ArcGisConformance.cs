using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Gis.ArcGis;
using IntegrationHub.Connectors.Http.Settings;
using IntegrationHub.Connectors.Sandbox.Systems.Gis;
using IntegrationHub.Tests.Conformance;
using IntegrationHub.Tests.Conformance.Http;

namespace IntegrationHub.Tests.Systems.Gis;

public sealed class ArcGisConformance() : HttpSourceConformance(new ArcGisSandbox())
{
    protected override Connector Connector { get; } = new ArcGisConnector();

    protected override HttpSettings On(Uri address) => GisConnection.ArcGis(address, SandboxRig.Password);

    protected override IReadOnlyList<Trouble> OwnTroubles =>
    [
        new("a wrong password", SandboxRig.Hurried(GisConnection.ArcGis(Address, SandboxRig.WrongPassword)), FailureKind.Denied),
        new("no token at all", SandboxRig.Hurried(GisConnection.ArcGis(Address, SandboxRig.Password) with { Account = null }), FailureKind.Denied),
        new("no such layer, told inside HTTP 200", SandboxRig.Hurried(GisConnection.ArcGis(Address, SandboxRig.Password) with { Layer = 7 }), FailureKind.Denied),
        new("a condition that cannot be parsed, told inside HTTP 200", SandboxRig.Hurried(GisConnection.ArcGis(Address, SandboxRig.Password) with { Where = "nonsense" }), FailureKind.Denied),
    ];
}
