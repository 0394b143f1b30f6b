namespace IntegrationHub.Mdm.Registry.Storing;

/// <summary>How a record ended.</summary>
public enum OutcomeKind
{
    Created,
    Updated,
    Unchanged,

    /// <summary>A later version is already live.</summary>
    Superseded,
    Deleted,
    Quarantined,

    /// <summary>The person was erased; the suppression list keeps the record out.</summary>
    Suppressed,
}
