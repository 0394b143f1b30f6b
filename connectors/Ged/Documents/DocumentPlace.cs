namespace IntegrationHub.Connectors.Ged.Documents;

/// <summary>Where a read stands: the newest change given, and what was given within the look-back before it.</summary>
internal sealed record DocumentPlace
{
    /// <summary>Newest modification given, in milliseconds of Unix time.</summary>
    public long? High { get; init; }

    /// <summary>Where deletions stand, in the system's own words; null when it tells none.</summary>
    public string? Deletions { get; init; }

    /// <summary><c>key@milliseconds</c> of changes and deletions given within the look-back, so that none is given twice.</summary>
    public IReadOnlyList<string> Recent { get; init; } = [];
}
