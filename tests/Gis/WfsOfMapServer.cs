using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Gis.Wfs;
using IntegrationHub.Connectors.Http.Settings;
using IntegrationHub.Tests.Conformance;

namespace IntegrationHub.Tests.Gis;

/// <summary>The kit against a server nobody here wrote.</summary>
public sealed class WfsOfMapServer(MapServer server) : SourceConformance, IClassFixture<MapServer>
{
    protected override Connector Connector { get; } = new WfsConnector();

    protected override object Settings => MapServerConnection.Wfs(server.Address);

    protected override IReadOnlyList<Trouble> Troubles =>
    [
        new("nobody there", MapServerConnection.Wfs(new Uri("http://127.0.0.1:1/")) with { Retries = 0 }, FailureKind.Passing),
        new("no such feature type", MapServerConnection.Wfs(server.Address) with { TypeName = "parcelles" }, FailureKind.Denied),
        new("a private address nobody allowed", MapServerConnection.Wfs(server.Address) with { Network = new NetworkSettings() }, FailureKind.Denied),
    ];

    protected override bool Commits => true;

    protected override IReadOnlyList<string> Confidential => ["Durand", Planted.Nir, Planted.Iban];
}
