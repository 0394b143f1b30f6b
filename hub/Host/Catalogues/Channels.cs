using IntegrationHub.Connectors.Abstractions.Documents;
using IntegrationHub.Host.Node;
using IntegrationHub.Hub.Bus;
using IntegrationHub.Hub.Publishing;
using IntegrationHub.Hub.Sinks;
using IntegrationHub.Hub.Subscriptions;
using IntegrationHub.Hub.Webhooks;

namespace IntegrationHub.Host.Catalogues;

/// <summary>Every delivery channel of this build, one line each.</summary>
public static class Channels
{
    /// <exception cref="DocumentException">A sink's connection or mapping cannot be used.</exception>
    public static async Task<IDeliveryChannel> OpenAsync(Subscription subscription, HubNode node, CancellationToken cancellationToken) => subscription.Channel switch
    {
        ChannelKind.Webhook => new WebhookChannel(subscription, node.Clock),
        ChannelKind.Bus => new BusChannel(subscription, await node.Bus.StartedAsync(cancellationToken)),
        ChannelKind.Sink => await SinkAsync(subscription, node, cancellationToken),
        _ => throw new NotSupportedException($"this build has no channel {subscription.Channel}"),
    };

    private static async Task<IDeliveryChannel> SinkAsync(Subscription subscription, HubNode node, CancellationToken cancellationToken)
    {
        var (connection, mapping) = await node.Configuration.FindSinkAsync(subscription, cancellationToken);
        var context = connection.Context(node.Settings.Data, node.Clock, node.Logs.CreateLogger(connection.Connector.Manifest.Name));
        var memory = new SinkMemory(node.Stores.Operations, subscription.Name, (await node.Stores.Store.LoadStateAsync(cancellationToken)).IdKey);
        return new SinkChannel(subscription, connection.Connector.OpenSink(connection.Settings, context), mapping, memory, node.Clock, context.Log);
    }
}
