using IntegrationHub.Hub.Webhooks;

namespace IntegrationHub.Host.Node;

/// <summary>The webhook subscriptions of a serving node: every kept document runs until it is disabled.</summary>
public sealed class SubscriptionBoard(HubNode node) : BackgroundService
{
    private static readonly Uri Unnamed = new("urn:integrationhub");

    private readonly WebhookPublisher _publisher = new(
        node.Stores.Reader, node.Stores.Operations, node.Survivorship, node.Audit, node.Signal, node.Clock, node.Metrics, node.Logs.CreateLogger<WebhookPublisher>());

    private IReadOnlyList<Subscription> _subscriptions = [];

    /// <summary>Asks a subscription's sender to try everything parked again.</summary>
    /// <returns>False when no such subscription is running.</returns>
    public bool ReplayParked(string subscription) => _publisher.ReplayParked(subscription);

    /// <exception cref="FormatException">A secret cannot be read; the message names its reference.</exception>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        var source = node.Settings.Public ?? Unnamed;
        _subscriptions = [.. (await node.Configuration.ReadSubscriptionsAsync(cancellationToken)).Select(document => document.Open(source))];
        await base.StartAsync(cancellationToken);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => _publisher.RunAsync(_subscriptions, stoppingToken);
}
