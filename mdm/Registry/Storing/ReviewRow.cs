using IntegrationHub.Mdm.Matching;
using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Mdm.Registry.Storing;

/// <summary>A task of the steward's queue: two parts that may be one person, or one part that nothing can find.</summary>
public sealed record ReviewRow
{
    public required long TaskId { get; init; }

    public required PartKey A { get; init; }

    public required int PartA { get; init; }

    public PartKey? B { get; init; }

    public int? PartB { get; init; }

    public required int Weight { get; init; }

    public required ulong Pattern { get; init; }

    public required DoubtReason Reason { get; init; }

    public required ReviewState State { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>The decision that closed it.</summary>
    public long? DecisionId { get; init; }

    /// <summary>Who took the task to work on it; null when free.</summary>
    public string? Assignee { get; init; }
}
