namespace IntegrationHub.Connectors.Sql.Reading;

/// <summary>How far a run has come.</summary>
internal enum SqlPhase
{
    /// <summary>Rows, by cursor and key.</summary>
    Rows,

    /// <summary>Rows whose cursor column is empty: they are read in every run, because nothing tells when they change.</summary>
    Undated,

    /// <summary>Keys that are no longer there.</summary>
    Gone,

    /// <summary>Nothing is left; the next read is a new run.</summary>
    Done,
}
