namespace IntegrationHub.Mappings.Engine.Recognition;

/// <summary>What the caller knows about a file.</summary>
public sealed record RecognitionOptions
{
    /// <summary>Name of the mapping, and of the system whose keys its records bear.</summary>
    public string Name { get; init; } = "file";

    /// <summary>Columns that must not be seen: truth, record ids.</summary>
    public IReadOnlyCollection<string> Hidden { get; init; } = [];
}
