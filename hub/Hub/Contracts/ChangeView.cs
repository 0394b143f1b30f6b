using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Hub.Contracts;

/// <summary>A line of the change log as one reader may see it: permitted ids, attribute names and reasons; never a value.</summary>
public sealed record ChangeView
{
    internal ChangeView() { }

    /// <summary>Stable id of the change, the same at every delivery, and the feed cursor that stands right after it.</summary>
    public required string Cursor { get; init; }

    public required long Sequence { get; init; }

    public required ChangeKind Kind { get; init; }

    public required GoldenId Golden { get; init; }

    /// <summary>The citizen's version after the change; a receiver that ignores older versions is always right.</summary>
    public required long Version { get; init; }

    public required DateTimeOffset At { get; init; }

    public required IReadOnlyList<GoldenId> Touched { get; init; }

    public required IReadOnlyList<string> Attributes { get; init; }

    /// <summary>As in the log; <c>registry</c> where the reason names something the reader may not know.</summary>
    public required string Reason { get; init; }
}
