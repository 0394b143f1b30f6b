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

    /// <summary>Id of the first decision of the same action (one merge may bind several pairs); undo takes the whole action back.</summary>
    public required long Action { get; init; }

    /// <summary>The golden record <see cref="A"/> stood behind when this was decided, so that undo gives its id back; null when A had not arrived.</summary>
    public GoldenId? GoldenA { get; init; }

    /// <summary>As <see cref="GoldenA"/>, for <see cref="B"/>.</summary>
    public GoldenId? GoldenB { get; init; }

    public string? WithdrawnBy { get; init; }

    public DateTimeOffset? WithdrawnAt { get; init; }
}
