namespace IntegrationHub.Hub.Subscriptions;

/// <summary>Whether a subscription sends.</summary>
public enum SubscriptionMode
{
    /// <summary>New: its first load waits until a person releases it.</summary>
    Held,

    Active,

    /// <summary>A person stopped it for a while; it goes on where it stood.</summary>
    Paused,

    /// <summary>The hub or a person stopped it: the receiver is gone (410), the cursor fits the registry no more, it is not wanted any more.</summary>
    Stopped,
}
