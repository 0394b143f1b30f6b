using IntegrationHub.Host.Node;
using IntegrationHub.Hub.Publishing;
using IntegrationHub.Hub.Subscriptions;
using IntegrationHub.Hub.Webhooks;

namespace IntegrationHub.Host.Catalogues;

/// <summary>Every delivery channel of this build, one line each.</summary>
public static class Channels
{
    public static IDeliveryChannel Open(Subscription subscription, HubNode node) => subscription.Channel switch
    {
        ChannelKind.Webhook => new WebhookChannel(subscription, node.Clock),
        _ => throw new NotSupportedException($"this build has no channel {subscription.Channel}"),
    };
}
