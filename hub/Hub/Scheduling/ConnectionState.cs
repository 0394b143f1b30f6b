namespace IntegrationHub.Hub.Scheduling;

/// <summary>What a scheduled connection is doing.</summary>
public enum ConnectionState
{
    /// <summary>Waits for its next time, or for a person.</summary>
    Waiting,

    Running,

    /// <summary>A run failed in passing; it is tried again by the connection's retry schedule.</summary>
    Retrying,

    /// <summary>Denied, or the retries are over: an architect looks, then runs it again.</summary>
    Stopped,

    /// <summary>The brake holds its last run: an architect approves or drops it.</summary>
    Held,

    /// <summary>An architect paused it: nothing runs until it is resumed.</summary>
    Paused,

    /// <summary>Nothing is read by it: its system calls, or is written to.</summary>
    Called,
}
