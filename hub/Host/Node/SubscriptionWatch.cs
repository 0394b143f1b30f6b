using IntegrationHub.Connectors.Abstractions.Connections;
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

    // A failing comparison is tried again this often, then waits for its own schedule's next turn.
    private static readonly RetrySchedule Again = RetrySchedule.Parse("1m x3; 10m x6; then park");

    private readonly Dictionary<string, (int Attempts, DateTimeOffset NotBefore)> _failed = new(StringComparer.Ordinal);
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
        var (attempts, notBefore) = _failed.GetValueOrDefault(subscription.Name, (0, DateTimeOffset.MinValue));
        if (now < notBefore || subscription.Reconcile.Next(last ?? now - TimeSpan.FromDays(1), TimeZoneInfo.Local) is not { } due || due > now)
        {
            return;
        }

        // Until it has ended well it counts as failed, whatever ends it.
        var wait = Again.DelayAfter(attempts + 1);
        var next = wait is { } delay ? now + delay : subscription.Reconcile.Next(now, TimeZoneInfo.Local) ?? DateTimeOffset.MaxValue;
        _failed[subscription.Name] = (wait is null ? 0 : attempts + 1, next);
        if ((await desk.CompareAsync(subscription, "hub", cancellationToken)).Failure is { } failure)
        {
            next = failure.NotBefore > next ? failure.NotBefore.Value : next;
            _failed[subscription.Name] = _failed[subscription.Name] with { NotBefore = next };
            HostLog.ComparisonFailed(node.Logs.CreateLogger<SubscriptionWatch>(), subscription.Name, failure.Code, next);
        }
        else
        {
            _failed.Remove(subscription.Name);
        }
    }
}
