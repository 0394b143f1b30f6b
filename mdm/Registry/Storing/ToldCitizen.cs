using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Mdm.Registry.Storing;

/// <summary>What a subscription was last told of a citizen: for subscriptions that filter, and for systems the hub writes to.</summary>
/// <param name="Subscription">Name of the subscription.</param>
/// <param name="Golden">The citizen.</param>
/// <param name="Version">Golden version that was told.</param>
/// <param name="Inside">True while the subscriber holds this citizen; false once it was told that the citizen left.</param>
/// <param name="ForeignKey">The citizen's own id in the system written to; null where there is none.</param>
/// <param name="Written">What was written there, as keyed hashes by attribute (JSON); never a value.</param>
/// <param name="At">When it was told.</param>
public sealed record ToldCitizen(string Subscription, GoldenId Golden, long Version, bool Inside, string? ForeignKey, string Written, DateTimeOffset At);
