using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Http;
using IntegrationHub.Connectors.Http.Sending;

namespace IntegrationHub.Tests.PluginExample;

/// <summary>A connector as a third party writes it: see docs/how-to/write-a-connector.md.</summary>
public sealed class ParkingConnector : HttpConnector<ParkingSettings>
{
    public override ConnectorManifest Manifest { get; } = new()
    {
        Name = "parking",
        Title = new LocalText("Stationnement (exemple)", "Parking (example)"),
        Version = "1.0",
        Families = ["portals"],
        Contracts = Contract.Source,
        Settings = typeof(ParkingSettings),
        Checks = [CheckDepth.Reach, CheckDepth.Authenticate, CheckDepth.ReadOne],
    };

    protected override async Task ProbeAsync(ParkingSettings settings, HttpLink link, CancellationToken cancellationToken) =>
        (await link.Api<IParkingApi>().SubscribersAsync(settings.Site, after: 0, limit: 1, cancellationToken)).Dispose();

    protected override ISource Source(ParkingSettings settings, HttpLink link, ConnectionContext context) => new ParkingSource(settings, link.Api<IParkingApi>());
}
