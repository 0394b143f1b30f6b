using System.Collections.Concurrent;
using IntegrationHub.Hub.Auditing;
using IntegrationHub.Hub.Contracts;
using IntegrationHub.Hub.Feed;
using IntegrationHub.Mdm.Registry.Storing;
using IntegrationHub.Mdm.Registry.Survivorship;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.Hub.Webhooks;

/// <summary>Runs one sender per subscription on the writing node; a sender that breaks is started again from its cursor.</summary>
public sealed class WebhookPublisher(
    IRegistryReader registry,
    IOperationsStore operations,
    SurvivorshipEngine survivorship,
    AccessLog audit,
    ChangeSignal signal,
    TimeProvider clock,
    HubMetrics metrics,
    ILogger<WebhookPublisher> log)
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<string, SubscriptionSender> _senders = [];

    /// <summary>Asks a subscription's sender to try everything parked again.</summary>
    /// <returns>False when no such subscription is running.</returns>
    public bool ReplayParked(string subscription)
    {
        if (!_senders.TryGetValue(subscription, out var sender))
        {
            return false;
        }

        sender.ReplayParked();
        return true;
    }

    /// <summary>Runs until cancelled, or until every subscription is disabled.</summary>
    public Task RunAsync(IReadOnlyCollection<Subscription> subscriptions, CancellationToken cancellationToken) =>
        Task.WhenAll(subscriptions.Select(subscription => RunAsync(subscription, cancellationToken)));

    private async Task RunAsync(Subscription subscription, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            var reader = new ContractReader(registry, new ContractView(subscription.Contract, survivorship), audit, subscription.Name);
            using var sender = new SubscriptionSender(subscription, reader, operations, signal, clock, metrics, log);
            _senders[subscription.Name] = sender;
            try
            {
                await sender.RunAsync(cancellationToken);
                return;
            }
            catch (Exception error) when (!cancellationToken.IsCancellationRequested)
            {
                Log.SenderBroke(log, subscription.Name, error.GetType().Name);
                await Task.Delay(Rest, clock, cancellationToken);
            }
            finally
            {
                _senders.TryRemove(subscription.Name, out _);
            }
        }
    }
}
