namespace IntegrationHub.Hub.Subscriptions;

/// <summary>A subscription was set back.</summary>
/// <param name="At">When.</param>
/// <param name="To">Last change it counts as told.</param>
public sealed record Rewind(DateTimeOffset At, long To);
