namespace IntegrationHub.Hub.Contracts;

/// <summary>What a subscriber should hold of one id, as of sending.</summary>
public enum PersonPresence
{
    /// <summary>A person the subscriber may know: hold it.</summary>
    Active,

    /// <summary>Retired by a merge: drop it, the id it answers with is given.</summary>
    Merged,

    /// <summary>Nothing stands behind it for now: drop it.</summary>
    Emptied,

    /// <summary>RGPD article 18: drop it until it is released.</summary>
    Restricted,

    /// <summary>RGPD article 17: drop it for good.</summary>
    Erased,

    /// <summary>Left what this subscriber may know or asked for: drop it.</summary>
    Outside,
}
