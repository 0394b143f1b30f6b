namespace IntegrationHub.Host.Web.Views;

/// <summary>One doubtful pair on the steward's desk.</summary>
public sealed record TaskView
{
    public required long TaskId { get; init; }

    /// <summary>Resource key of why it is doubtful.</summary>
    public required string Reason { get; init; }

    public required TaskSide A { get; init; }

    /// <summary>Null for a record that nothing can find.</summary>
    public TaskSide? B { get; init; }

    public required IReadOnlyList<ComparedLine> Lines { get; init; }

    public EvidenceView? Evidence { get; init; }

    public bool Open { get; init; }

    /// <summary>What was decided; null while open or when the doubt went away by itself.</summary>
    public bool? Same { get; init; }

    public string? DecidedBy { get; init; }

    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>The open tasks before and after this one in the queue.</summary>
    public long? Previous { get; init; }

    public long? Next { get; init; }

    /// <summary>Open tasks in all.</summary>
    public long Waiting { get; init; }

    /// <summary>The task just decided, so that it can be undone from the next one.</summary>
    public long? Done { get; init; }

    public bool? DoneSame { get; init; }

    /// <summary>This pair came back because a decision on it was just undone.</summary>
    public bool Undone { get; init; }

    /// <summary>The task's decision was taken back; the pair stands in a task of its own again.</summary>
    public bool Withdrawn { get; init; }

    /// <summary>Resource key of what went wrong with the last press; null when nothing did.</summary>
    public string? Problem { get; init; }
}
