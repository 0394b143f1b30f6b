using IntegrationHub.Hub.Subscriptions;
using IntegrationHub.Mdm.Registry.Storing;

namespace IntegrationHub.Hub.Publishing;

/// <summary>Measures how far subscriptions are behind: a few single rows each, whatever the registry's size.</summary>
public sealed class FreshnessReader(IRegistryReader registry, IOperationsStore operations, TimeProvider clock)
{
    private readonly SubscriptionStates _states = new(operations, clock);

    public async Task<Freshness> ReadAsync(Subscription subscription, CancellationToken cancellationToken)
    {
        var state = await _states.FindAsync(subscription.Name, cancellationToken);
        var cursor = await operations.FindCursorAsync(subscription.Name, cancellationToken);
        var at = state.From ?? cursor?.Sequence ?? 0;
        var changes = Math.Max(0, await registry.FindLastChangeAsync(cancellationToken) - at);
        var now = clock.GetUtcNow();
        var behind = changes > 0 && await registry.ReadChangesAsync(at, 1, cancellationToken) is [var oldest] ? now - oldest.At : TimeSpan.Zero;
        var parked = await operations.CountParkedAsync(subscription.Name, cancellationToken);
        var late = state.Mode is SubscriptionMode.Active or SubscriptionMode.Stopped
            && (behind > subscription.LateAfter || now - parked.Oldest > subscription.LateAfter);
        return new Freshness(state, at, changes, behind, parked.Count, parked.Oldest, cursor?.ProgressAt, late);
    }
}
