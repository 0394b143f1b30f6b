namespace IntegrationHub.Mdm.Registry.Storing;

/// <summary>How much of a subscription is parked, and since when the oldest.</summary>
public sealed record ParkedCount(long Count, DateTimeOffset? Oldest);
