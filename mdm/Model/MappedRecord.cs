namespace IntegrationHub.Mdm.Model;

/// <summary>A source record in the registry's words: what a mapping makes of it. A deleted record carries no parts.</summary>
public sealed record MappedRecord
{
    public required RecordKey Key { get; init; }

    /// <summary>How the source orders this record's versions (compared by <see cref="SourceVersion"/>'s rule); the greatest is live.</summary>
    public SourceVersion Version { get; init; }

    public bool Deleted { get; init; }

    /// <summary>When the source last changed it, in its own words; drives recency in survivorship.</summary>
    public DateTimeOffset? ChangedAt { get; init; }

    public IReadOnlyList<CitizenPart> Citizens { get; init; } = [];

    public IReadOnlyList<OrganisationPart> Organisations { get; init; } = [];

    public IReadOnlyList<Relationship> Relationships { get; init; } = [];

    public IReadOnlyList<LinkedItem> LinkedItems { get; init; } = [];

    public IReadOnlyList<MappingIssue> Issues { get; init; } = [];
}
