using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Gis.Ogc;
using IntegrationHub.Connectors.Http.Settings;
using IntegrationHub.Connectors.Sandbox.Systems.Gis;
using IntegrationHub.Tests.Conformance;
using IntegrationHub.Tests.Conformance.Http;

namespace IntegrationHub.Tests.Systems.Gis;

public sealed class OgcFeaturesConformance() : HttpSourceConformance(new OgcFeaturesSandbox())
{
    protected override Connector Connector { get; } = new OgcFeaturesConnector();

    protected override HttpSettings On(Uri address) => GisConnection.Ogc(address, SandboxRig.Password);

    protected override IReadOnlyList<Trouble> OwnTroubles =>
    [
        new("a wrong password", SandboxRig.Hurried(GisConnection.Ogc(Address, SandboxRig.WrongPassword)), FailureKind.Denied),
        new("no such collection", SandboxRig.Hurried(GisConnection.Ogc(Address, SandboxRig.Password) with { Collection = "parcelles" }), FailureKind.Denied),
    ];
}
