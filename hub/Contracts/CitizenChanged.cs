namespace IntegrationHub.Contracts;

/// <summary>Something changed about a citizen, cut to one subscription's contract. Published by MassTransit; it may come twice, and per citizen in order.</summary>
/// <remarks>A consumer that keeps the greatest <see cref="PersonMessage.Version"/> of each id is right, whatever is lost, repeated or late.</remarks>
public sealed record CitizenChanged
{
    /// <summary>Stable over every attempt and replay: the key against duplicates.</summary>
    public required string EventId { get; init; }

    /// <summary>The subscription this message was cut for: consumers bind to their own.</summary>
    public required string Subscription { get; init; }

    /// <summary>created, updated, merged, split, linked, unlinked, restricted, released, erased, entered, left, refreshed.</summary>
    public required string Kind { get; init; }

    /// <summary>Position in the registry's log.</summary>
    public required long Sequence { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The citizen it is about: the survivor of a merge, the origin of a split.</summary>
    public required string GoldenId { get; init; }

    /// <summary>That citizen's version after the change.</summary>
    public required long Version { get; init; }

    /// <summary>source:CONNECTION, rule:NAME, steward:DECISION, filter, refresh or registry.</summary>
    public required string Reason { get; init; }

    /// <summary>Names of the attributes that changed.</summary>
    public IReadOnlyList<string> Changed { get; init; } = [];

    /// <summary>Every id it touches, as it stood at sending.</summary>
    public IReadOnlyList<PersonMessage> People { get; init; } = [];
}
