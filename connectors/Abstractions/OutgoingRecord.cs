namespace IntegrationHub.Connectors.Abstractions;

/// <summary>A record in the foreign system's own words, ready to be written.</summary>
public sealed record OutgoingRecord
{
    /// <summary>Stable over every retry of this delivery: the idempotency key.</summary>
    public required string DeliveryId { get; init; }

    /// <summary>The golden record's id: what the foreign system keeps as its external key.</summary>
    public required string Key { get; init; }

    /// <summary>The record's own id in the foreign system where the hub knows it.</summary>
    public string? ForeignKey { get; init; }

    /// <summary>The id there of a record that stood for this one before and is another's now; it may still bear <see cref="Key"/>. Null when there is none.</summary>
    public string? FormerKey { get; init; }

    /// <summary>The golden record's version; grows with every change.</summary>
    public required long Version { get; init; }

    /// <summary>A JSON object in the foreign system's words; a field that is null there is to be cleared. Empty for a deletion.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Fields of <see cref="Body"/> that differ from what was last written; null when that is not known. A system that is told fields one by one needs no others.</summary>
    public IReadOnlySet<string>? Changed { get; init; }

    /// <summary>Fields the hub wrote there before: what stands in them is its own word, as far as it knows.</summary>
    public IReadOnlySet<string> Ours { get; init; } = new HashSet<string>();

    public bool Deleted { get; init; }

    /// <summary>Why, for a deletion.</summary>
    public Leaving Leaving { get; init; }

    /// <summary>Who answers for a <see cref="Leaving.Merged"/> record from now on; written before it.</summary>
    public OutgoingTarget? Into { get; init; }

    /// <summary>It was taken away before and is back: after a split, a release, or its return into the subscription.</summary>
    public bool Returns { get; init; }
}
