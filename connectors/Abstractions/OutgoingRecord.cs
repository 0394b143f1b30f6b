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

    /// <summary>The golden record's version; grows with every change.</summary>
    public required long Version { get; init; }

    /// <summary>JSON in the foreign system's words. Empty for a deletion.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    public bool Deleted { get; init; }
}
