using IntegrationHub.Connectors.Abstractions.Connections;
using IntegrationHub.Hub.Contracts;

namespace IntegrationHub.Hub.Subscriptions;

/// <summary>A receiver of changes: under which contract, of whom, by which channel, retried how.</summary>
public sealed record Subscription
{
    /// <summary>About a day and a half, denser at first, after the example of Standard Webhooks.</summary>
    public static RetrySchedule UsualRetry { get; } = RetrySchedule.Parse("5s x1; 5m x1; 30m x1; 2h x1; 5h x1; 10h x3; then park");

    public required string Name { get; init; }

    public required AccessContract Contract { get; init; }

    public SubscriptionFilter Filter { get; init; } = SubscriptionFilter.None;

    public ChannelKind Channel { get; init; } = ChannelKind.Webhook;

    /// <summary>For <see cref="ChannelKind.Webhook"/>.</summary>
    public WebhookTarget? Webhook { get; init; }

    /// <summary>For <see cref="ChannelKind.Sink"/>: the connection whose system is written to, and the outgoing mapping.</summary>
    public SinkTarget? Sink { get; init; }

    /// <summary>False sends ids, versions and names of changed attributes only; true adds the values the contract permits, read at sending time.</summary>
    public bool WithValues { get; init; }

    /// <summary>The hub as events name it.</summary>
    public Uri Source { get; init; } = new("urn:integrationhub");

    /// <summary>When a failing delivery is tried again, and when it is parked.</summary>
    public RetrySchedule Retry { get; init; } = UsualRetry;

    /// <summary>Whom to call when it does not work: a function or a desk, as the town writes it.</summary>
    public string? Owner { get; init; }

    /// <summary>Behind by more than this, the subscription is late and its alert goes out.</summary>
    public TimeSpan LateAfter { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>Where its owner is told, once, that it is late, and once that it is in step again; null for nowhere.</summary>
    public WebhookTarget? Alert { get; init; }

    /// <summary>When what a written system holds is compared with the registry.</summary>
    public PollSchedule Reconcile { get; init; } = PollSchedule.Manual;

    /// <summary>How many citizens' changes may be under way at once.</summary>
    public int Parallel { get; init; } = 4;

    /// <summary>How many changes may be read ahead of the oldest unsettled one; beyond it the oldest is parked, so that others go on.</summary>
    public int Window { get; init; } = 1000;
}
