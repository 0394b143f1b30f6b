namespace IntegrationHub.Mdm.Registry.Storing;

/// <summary>How far a subscription has received the change log.</summary>
public sealed record DeliveryCursor(string Subscription, long Sequence, DateTimeOffset ProgressAt);
