namespace IntegrationHub.Mdm.Model;

/// <summary>One line of the registry's numbered change log. It holds ids, versions, attribute names and reasons; never a value.</summary>
public sealed record RegistryChange
{
    /// <summary>Commit order: 1, 2, 3… without a gap.</summary>
    public required long Sequence { get; init; }

    public required ChangeKind Kind { get; init; }

    /// <summary>The golden record this change is about: the survivor of a merge, the origin of a split.</summary>
    public required GoldenId Golden { get; init; }

    /// <summary>The golden record's version after this change.</summary>
    public required long Version { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Every id the change touches, <see cref="Golden"/> included, in ascending order.</summary>
    public IReadOnlyList<GoldenId> Touched { get; init; } = [];

    /// <summary>Names of the attribute groups whose value changed.</summary>
    public IReadOnlyList<string> Attributes { get; init; } = [];

    /// <summary>Why: <c>source:CONNECTION</c>, <c>rule:NAME</c>, <c>steward:DECISION-ID</c>.</summary>
    public required string Reason { get; init; }
}
