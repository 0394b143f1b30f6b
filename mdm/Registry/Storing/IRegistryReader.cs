using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Mdm.Registry.Storing;

/// <summary>The reading face of the storage port: committed data only, from any thread or node.</summary>
public interface IRegistryReader
{
    /// <summary>The record with this id as stored, whatever its state; null when the id was never given.</summary>
    Task<GoldenRow?> FindGoldenAsync(GoldenId id, CancellationToken cancellationToken);

    /// <summary>The records with these ids as stored, whatever their state, in id order; ids never given are left out.</summary>
    Task<IReadOnlyList<GoldenRow>> FindGoldensAsync(IReadOnlyCollection<GoldenId> ids, CancellationToken cancellationToken);

    /// <summary>Golden records in id order, from behind <paramref name="after"/>: a page of a snapshot.</summary>
    Task<IReadOnlyList<GoldenRow>> ReadGoldensAsync(GoldenId? after, int limit, CancellationToken cancellationToken);

    /// <summary>The golden id behind a system's own identifier: a record key of a connection, or an identifier a golden record carries.</summary>
    Task<GoldenId?> FindByIdentifierAsync(string system, string value, CancellationToken cancellationToken);

    /// <summary>Active golden records that answer a search, in id order.</summary>
    Task<IReadOnlyList<GoldenRow>> SearchAsync(CitizenSearch search, CancellationToken cancellationToken);

    /// <summary>All versions of a golden record, oldest first; values of an erased person are gone.</summary>
    Task<IReadOnlyList<GoldenRow>> ReadVersionsAsync(GoldenId id, CancellationToken cancellationToken);

    /// <summary>The live source records behind a golden record, in key order.</summary>
    Task<IReadOnlyList<StoredRecord>> ReadSourcesAsync(GoldenId id, CancellationToken cancellationToken);

    /// <summary>What the given records say beside citizens.</summary>
    Task<IReadOnlyList<LinkedRow>> ReadLinkedAsync(IReadOnlyCollection<int> recordIds, CancellationToken cancellationToken);

    /// <summary>Changes after a sequence, in sequence order, at most <paramref name="limit"/>.</summary>
    Task<IReadOnlyList<RegistryChange>> ReadChangesAsync(long after, int limit, CancellationToken cancellationToken);

    /// <summary>Sequence of the last change; 0 before the first. Costs one row.</summary>
    Task<long> FindLastChangeAsync(CancellationToken cancellationToken);

    /// <summary>Changes that touch an id, in sequence order.</summary>
    Task<IReadOnlyList<RegistryChange>> ReadChangesOfAsync(GoldenId id, CancellationToken cancellationToken);

    /// <summary>Review tasks of a state, heaviest weight first, then task id; <paramref name="skip"/> for paging.</summary>
    Task<IReadOnlyList<ReviewRow>> ListReviewsAsync(ReviewState state, int skip, int limit, CancellationToken cancellationToken);

    Task<ReviewRow?> FindReviewAsync(long taskId, CancellationToken cancellationToken);

    Task<DecisionRow?> FindDecisionAsync(long decisionId, CancellationToken cancellationToken);

    /// <summary>Decisions, newest first.</summary>
    Task<IReadOnlyList<DecisionRow>> ListDecisionsAsync(int skip, int limit, CancellationToken cancellationToken);

    /// <summary>Quarantined records, oldest first; of one connection when it is named.</summary>
    Task<IReadOnlyList<QuarantineRow>> ListQuarantineAsync(string? connection, bool replayed, int skip, int limit, CancellationToken cancellationToken);

    Task<IReadOnlyList<QuarantineRow>> FindQuarantineAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken);

    /// <summary>Per-record outcomes of a run, page by page.</summary>
    IAsyncEnumerable<RunPage> ReadRunAsync(string runId, CancellationToken cancellationToken);

    Task<CheckpointRow?> FindCheckpointAsync(string connection, CancellationToken cancellationToken);

    Task<RegistryCounts> CountAsync(CancellationToken cancellationToken);

    /// <summary>How many records of a connection are live (not deleted): what the brake measures its share against.</summary>
    Task<long> CountRecordsAsync(string connection, CancellationToken cancellationToken);

    /// <summary>Every golden record in golden-id order, for export.</summary>
    IAsyncEnumerable<GoldenRow> ReadAllGoldensAsync(CancellationToken cancellationToken);
}
