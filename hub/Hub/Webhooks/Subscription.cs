using System.Net;
using IntegrationHub.Connectors.Abstractions.Connections;
using IntegrationHub.Hub.Contracts;

namespace IntegrationHub.Hub.Webhooks;

/// <summary>A receiver of changes by webhook: where, under which contract, signed how, retried how.</summary>
public sealed record Subscription
{
    /// <summary>About a day and a half, denser at first, after the example of Standard Webhooks.</summary>
    public static RetrySchedule UsualRetry { get; } = RetrySchedule.Parse("5s x1; 5m x1; 30m x1; 2h x1; 5h x1; 10h x3; then park");

    public required string Name { get; init; }

    /// <summary>Must be https, unless <see cref="AllowedNetworks"/> names the receiver's own network.</summary>
    public required Uri Endpoint { get; init; }

    public required AccessContract Contract { get; init; }

    /// <summary>One, or several while the receiver rotates.</summary>
    public required IReadOnlyList<WebhookSecret> Secrets { get; init; }

    /// <summary>False sends ids, version and names of changed attributes only; true adds the values the contract permits, read at sending time.</summary>
    public bool WithValues { get; init; }

    /// <summary>The hub as events name it.</summary>
    public Uri Source { get; init; } = new("urn:integrationhub");

    /// <summary>When a failing delivery is tried again, and when it is parked.</summary>
    public RetrySchedule Retry { get; init; } = UsualRetry;

    /// <summary>Private networks this subscription may reach.</summary>
    public IReadOnlyList<IPNetwork> AllowedNetworks { get; init; } = [];

    /// <summary>Time for one attempt.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How many citizens' changes may be under way at once.</summary>
    public int Parallel { get; init; } = 4;

    /// <summary>How many changes may be read ahead of the oldest unsettled one; beyond it the oldest is parked, so that others go on.</summary>
    public int Window { get; init; } = 1000;
}
