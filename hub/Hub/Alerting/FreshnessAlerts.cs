using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Hub.Publishing;
using IntegrationHub.Hub.Subscriptions;
using IntegrationHub.Hub.Webhooks;
using IntegrationHub.Mdm.Registry.Storing;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.Hub.Alerting;

/// <summary>Tells a subscription's owner once when it becomes late, and once when it is in step again. What was told last is kept, so that a restart repeats nothing.</summary>
/// <param name="freshness">How far it is behind.</param>
/// <param name="operations">Keeps what was told.</param>
/// <param name="clock">The clock.</param>
/// <param name="log">For names and counts.</param>
public sealed class FreshnessAlerts(FreshnessReader freshness, IOperationsStore operations, TimeProvider clock, ILogger log)
{
    private const string Kind = "subscription-alert";
    private const string Late = "late";
    private const string InStep = "in step";

    /// <summary>Looks at one subscription; an alert that is not taken is tried again at the next look, under the same id.</summary>
    public async Task LookAsync(Subscription subscription, CancellationToken cancellationToken)
    {
        if (subscription.Alert is not { } target)
        {
            return;
        }

        var fresh = await freshness.ReadAsync(subscription, cancellationToken);
        var told = await operations.FindDocumentAsync(Kind, subscription.Name, cancellationToken);
        var wasLate = told?.Text == Late;

        // Who pauses a late subscription has not brought it in step.
        if (wasLate == fresh.Late || (wasLate && fresh.State.Mode is SubscriptionMode.Paused or SubscriptionMode.Held))
        {
            return;
        }

        var version = (told?.Version ?? 0) + 1;
        var (id, now) = ($"alert-{subscription.Name}-{version}", clock.GetUtcNow());
        using var client = new WebhookClient(target, clock);
        var failure = await client.SendAsync(id, AlertEvent.Write(subscription, fresh, id, now), cancellationToken);
        if (failure is { Kind: FailureKind.Passing or FailureKind.Throttled })
        {
            Log.AlertNotTaken(log, subscription.Name, failure.Code);
            return;
        }

        await operations.SaveDocumentAsync(new DocumentRow(Kind, subscription.Name, version, fresh.Late ? Late : InStep, now, "hub"), cancellationToken);
        if (fresh.Late)
        {
            Log.SubscriptionLate(log, subscription.Name, fresh.Changes, (long)fresh.Behind.TotalSeconds, fresh.Parked);
        }
        else
        {
            Log.SubscriptionInStep(log, subscription.Name);
        }
    }
}
