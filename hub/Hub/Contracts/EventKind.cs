namespace IntegrationHub.Hub.Contracts;

/// <summary>What a subscriber is told of. The first nine are the registry's own kinds of change.</summary>
public enum EventKind
{
    Created,
    Updated,
    Merged,
    Split,
    Linked,
    Unlinked,
    Restricted,
    Released,
    Erased,

    /// <summary>A person came into the subscription's filter.</summary>
    Entered,

    /// <summary>A person left it: hold no value any more.</summary>
    Left,

    /// <summary>Nothing changed: the state is told again because somebody asked.</summary>
    Refreshed,
}
