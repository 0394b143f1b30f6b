namespace IntegrationHub.Mappings.Engine.Recognition;

/// <summary>What the caller knows about a file.</summary>
public sealed record RecognitionOptions
{
    /// <summary>Name of the mapping, and of the system whose keys its records bear.</summary>
    public string Name { get; init; } = "file";

    /// <summary>Columns that must not be seen: truth, record ids.</summary>
    public IReadOnlyCollection<string> Hidden { get; init; } = [];

    /// <summary>What some columns hold, said by a person: neither their names nor their values are asked.</summary>
    public IReadOnlyDictionary<string, ColumnMeaning> Meanings { get; init; } = new Dictionary<string, ColumnMeaning>();

    /// <summary>Says what day it is: whoever was born too long ago lives in an archive.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Every row tells of somebody, even one without name and birth date: right for a one-shot comparison, wrong for a registry.</summary>
    public bool EveryRow { get; init; }
}
