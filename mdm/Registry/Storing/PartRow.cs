using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Mdm.Registry.Storing;

/// <summary>One citizen of one source record, and the golden record it stands behind.</summary>
public sealed record PartRow
{
    public required int PartId { get; init; }

    public required int RecordId { get; init; }

    public required PartKey Key { get; init; }

    /// <summary>Null when the part is dead (record deleted, part gone, erased).</summary>
    public GoldenId? Golden { get; init; }

    /// <summary>The golden record a dead part stood behind last: when the part comes back and that id is empty, it regains it.</summary>
    public GoldenId? LastGolden { get; init; }

    /// <summary>False while restricted: kept, but in no index.</summary>
    public bool Matchable { get; init; } = true;

    public required Citizen Citizen { get; init; }

    /// <summary>When the source last changed it; drives recency.</summary>
    public DateTimeOffset? ChangedAt { get; init; }
}
