namespace IntegrationHub.Hub.Subscriptions;

/// <summary>Whether a subscription sends, since when, by whom, and why not.</summary>
/// <param name="Mode">Whether it sends.</param>
/// <param name="Code">Why it is stopped: <c>http.410</c>, <c>cursor.ahead</c>; empty otherwise.</param>
/// <param name="At">Since when.</param>
/// <param name="By">Account, or <c>hub</c>.</param>
/// <param name="From">Where to start from: the sender takes it over and forgets it; null to go on from the cursor.</param>
/// <param name="Rewinds">When and to where it was set back last, newest last: what the loop guard looks at.</param>
public sealed record SubscriptionState(
    SubscriptionMode Mode, string Code, DateTimeOffset At, string By, long? From = null, IReadOnlyList<Rewind>? Rewinds = null)
{
    public static SubscriptionState New { get; } = new(SubscriptionMode.Held, "", DateTimeOffset.MinValue, "hub");
}
