using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Http;
using IntegrationHub.Connectors.Http.Sending;
using IntegrationHub.Connectors.Http.Settings;

namespace IntegrationHub.Tests.Http.Fakes;

/// <summary>The smallest connector a family would write.</summary>
internal sealed class ListConnector : HttpConnector<HttpSettings>
{
    public override ConnectorManifest Manifest { get; } = new()
    {
        Name = "test-list",
        Title = new LocalText("Liste", "List"),
        Version = "1.0",
        Families = ["portals"],
        Contracts = Contract.Source,
        Settings = typeof(HttpSettings),
        Checks = [CheckDepth.Reach, CheckDepth.Authenticate, CheckDepth.ReadOne],
    };

    protected override async Task ProbeAsync(HttpSettings settings, HttpLink link, CancellationToken cancellationToken) => await link.GetAsync("api/formdefs/", cancellationToken);

    protected override ISource Source(HttpSettings settings, HttpLink link, ConnectionContext context) => new ListSource(link);
}
