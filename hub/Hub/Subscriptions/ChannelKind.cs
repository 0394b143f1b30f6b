namespace IntegrationHub.Hub.Subscriptions;

/// <summary>How changes reach a subscriber. Who pulls the feed needs no subscription: a key is enough.</summary>
public enum ChannelKind
{
    /// <summary>CloudEvents pushed by signed HTTP.</summary>
    Webhook,

    /// <summary>MassTransit messages.</summary>
    Bus,

    /// <summary>Written into a system by a connector.</summary>
    Sink,
}
