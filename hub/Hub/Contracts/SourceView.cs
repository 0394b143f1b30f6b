using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Hub.Contracts;

/// <summary>A source record behind a golden record, as one reader may see it.</summary>
public sealed record SourceView
{
    internal SourceView() { }

    public required RecordKey Key { get; init; }

    public required SourceVersion Version { get; init; }

    public required DateTimeOffset? ChangedAt { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Its citizens that stand behind the golden record, permitted attributes only.</summary>
    public required IReadOnlyList<CitizenPart> Citizens { get; init; }

    /// <summary>The body as the source gave it, forbidden fields removed: only for a reader permitted every attribute, else null.</summary>
    public required ReadOnlyMemory<byte>? Body { get; init; }
}
