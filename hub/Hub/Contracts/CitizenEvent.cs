using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Hub.Contracts;

/// <summary>What one subscriber is told, cut to its contract. Only this folder can make one, and every channel sends nothing else.</summary>
public sealed record CitizenEvent
{
    internal CitizenEvent() { }

    /// <summary>The same at every attempt and every replay: the receiver's key against duplicates. It is the feed cursor that stands right after the change.</summary>
    public required string Id { get; init; }

    public required EventKind Kind { get; init; }

    public required long Sequence { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The citizen this is about: the survivor of a merge, the origin of a split.</summary>
    public required GoldenId Golden { get; init; }

    /// <summary>That citizen's version after the change.</summary>
    public required long Version { get; init; }

    /// <summary>Names of the attributes that changed, permitted ones only.</summary>
    public required IReadOnlyList<string> Changed { get; init; }

    /// <summary><c>source:CONNECTION</c>, <c>rule:NAME</c>, <c>steward:DECISION</c>, <c>filter</c>; <c>registry</c> where the reader may not know more.</summary>
    public required string Reason { get; init; }

    /// <summary>Every id it touches, as it stands at sending.</summary>
    public required IReadOnlyList<PersonState> People { get; init; }
}
