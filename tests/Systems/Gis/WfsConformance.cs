using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Gis.Wfs;
using IntegrationHub.Connectors.Http.Settings;
using IntegrationHub.Connectors.Sandbox.Systems.Gis;
using IntegrationHub.Tests.Conformance;
using IntegrationHub.Tests.Conformance.Http;

namespace IntegrationHub.Tests.Systems.Gis;

/// <summary>By GML, the format every server gives.</summary>
public sealed class WfsConformance() : HttpSourceConformance(new WfsSandbox())
{
    protected override Connector Connector { get; } = new WfsConnector();

    protected override HttpSettings On(Uri address) => GisConnection.Wfs(address, SandboxRig.Password);

    protected override IReadOnlyList<Trouble> OwnTroubles =>
    [
        new("a wrong password", SandboxRig.Hurried(GisConnection.Wfs(Address, SandboxRig.WrongPassword)), FailureKind.Denied),
        new("no such feature type, told inside HTTP 200", SandboxRig.Hurried(GisConnection.Wfs(Address, SandboxRig.Password) with { TypeName = "ville:parcelles" }), FailureKind.Denied),
        new("no such sort property, told inside HTTP 200", SandboxRig.Hurried(GisConnection.Wfs(Address, SandboxRig.Password) with { SortBy = "numro" }), FailureKind.Denied),
    ];
}
