using System.Text.Json.Serialization;

namespace IntegrationHub.Connectors.Files;

/// <summary>How far a file is taken.</summary>
internal enum FilePhase
{
    /// <summary>Its rows are being read.</summary>
    [JsonStringEnumMemberName("rows")]
    Rows,

    /// <summary>Its rows are read; what the previous whole file had beyond them is being told as deleted.</summary>
    [JsonStringEnumMemberName("gone")]
    Gone,

    /// <summary>Nothing of it is left.</summary>
    [JsonStringEnumMemberName("done")]
    Done,
}
