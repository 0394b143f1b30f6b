using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Mdm.Registry.Storing;

/// <summary>A source record's live version: the original body and the final form of what it says beside citizens.</summary>
public sealed record RecordRow
{
    public required int RecordId { get; init; }

    public required RecordKey Key { get; init; }

    public required SourceVersion Version { get; init; }

    /// <summary>How many versions of this record were absorbed; the earlier ones stand in the history.</summary>
    public required int Revision { get; init; }

    /// <summary>Hash of body and mapped form: equal content is not a change.</summary>
    public required UInt128 ContentHash { get; init; }

    public bool Deleted { get; init; }

    public DateTimeOffset? ChangedAt { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The body as the source gave it, forbidden fields removed.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }
}
