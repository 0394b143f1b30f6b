namespace IntegrationHub.Hub.Writing;

/// <summary>How this node stands to the registry.</summary>
public enum WriterState
{
    /// <summary>Taking over or rebuilding the index; work waits.</summary>
    Opening,

    /// <summary>This node writes.</summary>
    Active,

    /// <summary>Another node writes; this one waits for its lease.</summary>
    Standby,

    /// <summary>Ended, or fenced where nothing hands the role back.</summary>
    Stopped,
}
