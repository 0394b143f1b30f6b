namespace IntegrationHub.Connectors.Files.Settings;

/// <summary>What a file says by leaving a record out.</summary>
public enum SnapshotMode
{
    /// <summary>Nothing: it holds changes only.</summary>
    Delta,

    /// <summary>That the record is gone: it holds all records.</summary>
    Snapshot,
}
