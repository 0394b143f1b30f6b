using System.Globalization;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Hub.Contracts;
using IntegrationHub.Hub.Publishing;
using IntegrationHub.Hub.Subscriptions;

namespace IntegrationHub.Hub.Webhooks;

/// <summary>Pushes events as CloudEvents over signed HTTP.</summary>
public sealed class WebhookChannel : IDeliveryChannel
{
    private readonly Uri _source;
    private readonly WebhookClient _client;

    /// <exception cref="InvalidOperationException">The subscription is no webhook.</exception>
    public WebhookChannel(Subscription subscription, TimeProvider clock)
    {
        _source = subscription.Source;
        _client = new WebhookClient(subscription.Webhook ?? throw new InvalidOperationException($"subscription {subscription.Name} names no webhook"), clock);
    }

    public Task<Failure?> SendAsync(CitizenEvent told, CancellationToken cancellationToken) =>
        _client.SendAsync(told.Id, CloudEvent.Write(_source, told), cancellationToken);

    public Task<Failure?> TestAsync(string id, DateTimeOffset at, CancellationToken cancellationToken) =>
        _client.SendAsync(id, CloudEvent.WriteTest(_source, id, at), cancellationToken);

    public ValueTask DisposeAsync()
    {
        _client.Dispose();
        return ValueTask.CompletedTask;
    }
}
