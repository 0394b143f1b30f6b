using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Http;
using IntegrationHub.Connectors.Http.Sending;
using IntegrationHub.Connectors.Http.Settings;

namespace IntegrationHub.Tests.Benchmarks.Http;

/// <summary>The pipeline without a connector around it.</summary>
internal sealed class LinkOnly : HttpConnector<HttpSettings>
{
    public override ConnectorManifest Manifest { get; } = new()
    {
        Name = "link", Title = new LocalText("Lien", "Link"), Version = "1.0", Families = ["http"], Contracts = Contract.None, Settings = typeof(HttpSettings),
    };

    public HttpLink Open(HttpSettings settings, ConnectionContext context) => Link(settings, context);

    protected override Task ProbeAsync(HttpSettings settings, HttpLink link, CancellationToken cancellationToken) => link.GetAsync("", cancellationToken);
}
