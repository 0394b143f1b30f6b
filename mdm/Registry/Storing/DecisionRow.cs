using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Mdm.Registry.Storing;

/// <summary>A human decision on two source parts. Withdrawn ones stay, for history and learning.</summary>
public sealed record DecisionRow
{
    public required long DecisionId { get; init; }

    public required PartKey A { get; init; }

    public required PartKey B { get; init; }

    /// <summary>True: the same person (must match). False: not the same (never match).</summary>
    public required bool Same { get; init; }

    /// <summary>The steward's account id, or <c>takeover:NAME</c>.</summary>
    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Reason code chosen by the steward.</summary>
    public string? Reason { get; init; }

    public string? WithdrawnBy { get; init; }

    public DateTimeOffset? WithdrawnAt { get; init; }
}
