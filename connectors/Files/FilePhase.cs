namespace IntegrationHub.Connectors.Files;

/// <summary>How far a file is taken.</summary>
internal enum FilePhase
{
    /// <summary>Its rows are being read.</summary>
    Rows,

    /// <summary>Its rows are read; what the previous whole file had beyond them is being told as deleted.</summary>
    Gone,

    /// <summary>Nothing of it is left.</summary>
    Done,
}
