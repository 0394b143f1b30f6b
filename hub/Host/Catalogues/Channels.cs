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
        ChannelKind.Sink => await SinkAsync(subscription, subscription.Sink!, node, cancellationToken),
        _ => throw new NotSupportedException($"this build has no channel {subscription.Channel}"),
    };

    private static async Task<IDeliveryChannel> SinkAsync(Subscription subscription, SinkTarget target, HubNode node, CancellationToken cancellationToken)
    {
        var connection = await node.Configuration.FindAsync(target.Connection, cancellationToken)
            ?? throw Wrong(subscription, "connection", $"There is no connection \"{target.Connection}\".");
        var mapping = await node.Configuration.FindOutgoingAsync(target.Mapping, cancellationToken)
            ?? throw Wrong(subscription, "mapping", $"The mapping \"{target.Mapping}\" has no part \"outgoing:\".");
        var context = connection.Context(node.Settings.Data, node.Clock, node.Logs.CreateLogger(connection.Connector.Manifest.Name));
        return new SinkChannel(subscription, connection.Connector.OpenSink(connection.Settings, context), mapping, node.Stores.Operations, node.Clock);
    }

    private static DocumentException Wrong(Subscription subscription, string setting, string message) =>
        new([new DocumentError(new DocumentPosition($"{subscription.Name}.yaml", 1, 1), setting, "setting.value", message)]);
}
