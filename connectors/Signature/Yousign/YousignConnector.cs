using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Http;
using IntegrationHub.Connectors.Http.Sending;

namespace IntegrationHub.Connectors.Signature.Yousign;

/// <summary>Yousign v3: its webhooks, and requests to be made. The whole list is read by the document <c>Systems/yousign.yaml</c> over <c>http</c>, as a connection of its own: Yousign tells no date of change that would order both.</summary>
/// <remarks>Written from the interface description, never tried against the live service.</remarks>
public sealed class YousignConnector : HttpConnector<YousignSettings>
{
    public override ConnectorManifest Manifest { get; } = new()
    {
        Name = "yousign",
        Title = new LocalText("Yousign v3, webhooks et demandes (non essayé sur le service réel)", "Yousign v3, webhooks and requests (not tried on the live service)"),
        Version = "1.0",
        Families = ["signature"],
        Contracts = Contract.Receiver | Contract.Sink,
        Settings = typeof(YousignSettings),
        Checks = [CheckDepth.Reach, CheckDepth.Authenticate],
    };

    protected override async Task ProbeAsync(YousignSettings settings, HttpLink link, CancellationToken cancellationToken)
    {
        using var json = (await link.GetAsync("signature_requests?limit=1", cancellationToken)).Json();
        _ = json.RootElement.GetProperty("data");
    }

    protected override IReceiver Receiver(YousignSettings settings, HttpLink link, ConnectionContext context) => new YousignReceiver(settings, link);

    protected override ISink Sink(YousignSettings settings, HttpLink link, ConnectionContext context) => new YousignSink(settings, link);
}
