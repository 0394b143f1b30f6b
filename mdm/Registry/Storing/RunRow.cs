namespace IntegrationHub.Mdm.Registry.Storing;

/// <summary>One run of a connection or one import, from start to end.</summary>
public sealed record RunRow
{
    public required string RunId { get; init; }

    public required string Connection { get; init; }

    public required RunState State { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Last progress; liveness is this, never a thread's state.</summary>
    public required DateTimeOffset ProgressAt { get; init; }

    public long Read { get; init; }

    public long Created { get; init; }

    public long Updated { get; init; }

    public long Unchanged { get; init; }

    public long Deleted { get; init; }

    public long Quarantined { get; init; }

    /// <summary>Stable code of what ended it early; null when nothing did.</summary>
    public string? FailureCode { get; init; }

    /// <summary>What happened and what to do next, without personal data.</summary>
    public string? FailureDetail { get; init; }
}
