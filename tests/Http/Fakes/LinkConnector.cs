using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Http;
using IntegrationHub.Connectors.Http.Sending;
using IntegrationHub.Connectors.Http.Settings;

namespace IntegrationHub.Tests.Http.Fakes;

/// <summary>Gives tests the link itself.</summary>
internal sealed class LinkConnector : HttpConnector<HttpSettings>
{
    public override ConnectorManifest Manifest { get; } = new()
    {
        Name = "test-link", Title = new LocalText("Lien", "Link"), Version = "1.0", Families = ["http"], Contracts = Contract.None, Settings = typeof(HttpSettings),
    };

    /// <summary>What the system's error bodies mean.</summary>
    public HttpRules Reading { get; init; } = static (_, usual) => usual;

    public HttpLink Open(HttpSettings settings, ConnectionContext context) => Link(settings, context);

    protected override Task ProbeAsync(HttpSettings settings, HttpLink link, CancellationToken cancellationToken) => link.GetAsync("", cancellationToken);

    protected override Failure? Judge(HttpReply reply, Failure? usual) => Reading(reply, usual);
}
