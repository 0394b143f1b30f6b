namespace IntegrationHub.Hub.Contracts;

/// <summary>What a person or application may do; what it may see is the contract's affair.</summary>
public enum Role
{
    /// <summary>Configures connections, mappings, subscriptions and keys.</summary>
    Architect,

    /// <summary>Decides doubtful cases.</summary>
    Steward,

    /// <summary>Front desk: only searches and reads.</summary>
    Agent,

    /// <summary>A business application: reads, follows the feed, posts its own records.</summary>
    Application,

    /// <summary>Reads runs and the access log.</summary>
    Auditor,

    /// <summary>Data protection officer: reads the access log; restricts and erases.</summary>
    Dpo,
}
