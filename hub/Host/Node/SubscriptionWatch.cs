using IntegrationHub.Hub.Alerting;
using IntegrationHub.Hub.Publishing;
using IntegrationHub.Hub.Subscriptions;
using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Host.Node;

/// <summary>Looks after the subscriptions of a serving node: repairs that were asked for, alerts of lateness, comparisons by schedule.</summary>
public sealed class SubscriptionWatch(HubNode node, SubscriptionBoard board, ReconciliationDesk desk) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    private readonly string _holder = $"{Environment.MachineName}/{Environment.ProcessId}/{Guid.NewGuid():N}";
    private readonly FreshnessAlerts _alerts = new(
        new FreshnessReader(node.Stores.Reader, node.Stores.Operations, node.Clock), node.Stores.Operations, node.Clock, node.Logs.CreateLogger<FreshnessAlerts>());

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var beat = new PeriodicTimer(Look, node.Clock);
        while (await beat.WaitForNextTickAsync(stoppingToken))
        {
            foreach (var subscription in board.Publisher.Subscriptions)
            {
                try
                {
                    await LookAsync(subscription, stoppingToken);
                }
                catch (Exception error) when (error is not OperationCanceledException)
                {
                    HostLog.WatchFailed(node.Logs.CreateLogger<SubscriptionWatch>(), subscription.Name, error.GetType().Name);
                }
            }
        }
    }

    /// <summary>One look at one subscription.</summary>
    public async Task LookAsync(Subscription subscription, CancellationToken cancellationToken)
    {
        await RepairAsync(subscription, cancellationToken);

        // Where several nodes serve, one of them alerts and compares.
        var now = node.Clock.GetUtcNow();
        if (await node.Stores.Operations.TryHoldLeaseAsync($"watch:{subscription.Name}", _holder, now, now + Lease, cancellationToken))
        {
            await _alerts.LookAsync(subscription, cancellationToken);
            await CompareAsync(subscription, now, cancellationToken);
        }
    }

    // The node that sends takes the order; on the others nothing happens.
    private async Task RepairAsync(Subscription subscription, CancellationToken cancellationToken)
    {
        if (await desk.Book.FindAsync(subscription.Name, cancellationToken) is not { RepairAskedAt: not null, RepairedAt: null } asked)
        {
            return;
        }

        var ids = asked.Drifts.Select(drift => GoldenId.TryParse(drift.Id, out var id) ? id : default).Where(id => id != default).ToList();
        if (board.Publisher.Refresh(subscription.Name, ids))
        {
            await desk.Book.RepairedAsync(subscription.Name, cancellationToken);
        }
    }

    private async Task CompareAsync(Subscription subscription, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (subscription.Channel != ChannelKind.Sink)
        {
            return;
        }

        var last = (await desk.Book.FindAsync(subscription.Name, cancellationToken))?.Last.At;
        if (subscription.Reconcile.Next(last ?? now - TimeSpan.FromDays(1), TimeZoneInfo.Local) is { } due && due <= now)
        {
            await desk.CompareAsync(subscription, "hub", cancellationToken);
        }
    }
}
