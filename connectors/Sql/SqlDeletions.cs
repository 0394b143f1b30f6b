namespace IntegrationHub.Connectors.Sql;

/// <summary>How the view says that a record is gone.</summary>
public enum SqlDeletions
{
    /// <summary>It does not.</summary>
    None,

    /// <summary>A column says so.</summary>
    Flag,

    /// <summary>By leaving it out: all keys are compared with those of the run before.</summary>
    Compare,
}
