using IntegrationHub.Mdm.Matching;
using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Mdm.Registry.Storing;

/// <summary>Everything one page writes. The store writes it all or nothing, in this order, and only while the epoch holds.</summary>
public sealed record RegistryCommit
{
    /// <summary>Counters after this page; <see cref="RegistryState.Page"/> is the store's page plus one.</summary>
    public required RegistryState State { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>People to forget: every value, version, body, quarantine row and decision goes (RGPD article 17). <see cref="Goldens"/> of the same commit hold the empty rows that answer from now on; they are written after.</summary>
    public IReadOnlyList<Erasure> Erasures { get; init; } = [];

    /// <summary>New and changed records; the store moves the replaced version into the record's history.</summary>
    public IReadOnlyList<RecordRow> Records { get; init; } = [];

    /// <summary>Records seen again with the same content at a later version: the version alone moves, no history.</summary>
    public IReadOnlyList<(int RecordId, SourceVersion Version)> Reseen { get; init; } = [];

    /// <summary>New and changed parts, by part id.</summary>
    public IReadOnlyList<PartRow> Parts { get; init; } = [];

    /// <summary>Parts whose golden record alone changed: cheaper than a whole row.</summary>
    public IReadOnlyList<(int PartId, GoldenId? Golden)> Moved { get; init; } = [];

    public IReadOnlyList<LinkedRow> Linked { get; init; } = [];

    public IReadOnlyList<ScoredPair> PairsAdded { get; init; } = [];

    public IReadOnlyList<(int A, int B)> PairsRemoved { get; init; } = [];

    /// <summary>New versions of golden records: the current row is upserted, the version is kept in the history.</summary>
    public IReadOnlyList<GoldenRow> Goldens { get; init; } = [];

    public IReadOnlyList<RegistryChange> Changes { get; init; } = [];

    public IReadOnlyList<ReviewRow> Reviews { get; init; } = [];

    public IReadOnlyList<DecisionRow> Decisions { get; init; } = [];

    public IReadOnlyList<QuarantineRow> Quarantine { get; init; } = [];

    /// <summary>Quarantine rows replayed by this page.</summary>
    public IReadOnlyList<Guid> Replayed { get; init; } = [];

    public RunPage? Run { get; init; }

    public CheckpointRow? Checkpoint { get; init; }
}
