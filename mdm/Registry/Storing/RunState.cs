namespace IntegrationHub.Mdm.Registry.Storing;

/// <summary>How a run stands or ended.</summary>
public enum RunState
{
    Running,

    /// <summary>Everything read is in the registry.</summary>
    Succeeded,

    /// <summary>The good records are in, the bad ones in quarantine.</summary>
    Partial,

    /// <summary>Nothing more could be read or written; what was committed stays.</summary>
    Failed,

    /// <summary>The brake stopped it: too large a share would change or go. An architect approves or drops it.</summary>
    Held,
}
