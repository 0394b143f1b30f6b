using IntegrationHub.Hub.Subscriptions;

namespace IntegrationHub.Hub.Publishing;

/// <summary>How far a subscription is behind the registry.</summary>
/// <param name="State">Whether it sends, and why not.</param>
/// <param name="Cursor">Last change settled.</param>
/// <param name="Changes">Changes of the log behind it, its own and others'.</param>
/// <param name="Behind">Age of the oldest of them; zero when it is in step.</param>
/// <param name="Parked">Deliveries that wait for a person.</param>
/// <param name="OldestParked">Since when the oldest of them.</param>
/// <param name="ProgressAt">When the cursor last moved; null before the first.</param>
/// <param name="Late">Over the limit its document sets.</param>
public sealed record Freshness(
    SubscriptionState State, long Cursor, long Changes, TimeSpan Behind, long Parked, DateTimeOffset? OldestParked, DateTimeOffset? ProgressAt, bool Late);
