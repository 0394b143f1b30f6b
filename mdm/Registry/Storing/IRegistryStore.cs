using IntegrationHub.Mdm.Matching;
using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Mdm.Registry.Storing;

/// <summary>The one storage port of the registry: point reads for the parts a page touches, streams for the rebuild, and one commit.</summary>
public interface IRegistryStore
{
    /// <summary>Counters, epoch and last page as committed; a new store starts at zero.</summary>
    Task<RegistryState> LoadStateAsync(CancellationToken cancellationToken);

    /// <summary>Takes the writer's role: raises the epoch so that every commit of an earlier writer fails.</summary>
    /// <returns>The new epoch.</returns>
    Task<long> TakeOverAsync(CancellationToken cancellationToken);

    /// <summary>Live, matchable parts in part-id order.</summary>
    IAsyncEnumerable<PartRow> ReadLivePartsAsync(CancellationToken cancellationToken);

    /// <summary>All stored pairs of live parts.</summary>
    IAsyncEnumerable<ScoredPair> ReadPairsAsync(CancellationToken cancellationToken);

    /// <summary>All decisions in force and withdrawn, in id order.</summary>
    IAsyncEnumerable<DecisionRow> ReadDecisionsAsync(CancellationToken cancellationToken);

    /// <summary>The records with these keys (deleted ones too), each with all its parts, dead ones included; unknown keys are left out.</summary>
    Task<IReadOnlyList<StoredRecord>> FindRecordsAsync(IReadOnlyCollection<RecordKey> keys, CancellationToken cancellationToken);

    Task<IReadOnlyList<PartRow>> FindPartsAsync(IReadOnlyCollection<int> partIds, CancellationToken cancellationToken);

    Task<IReadOnlyList<GoldenRow>> FindGoldensAsync(IReadOnlyCollection<GoldenId> ids, CancellationToken cancellationToken);

    /// <summary>Records in state Merged whose <see cref="GoldenRecord.MergedInto"/> is one of these: a split looks here for ids to give back.</summary>
    Task<IReadOnlyList<GoldenRow>> FindRetiredAsync(IReadOnlyCollection<GoldenId> into, CancellationToken cancellationToken);

    /// <summary>Every part key that any version of these golden records ever listed as a member: an erasure follows them.</summary>
    Task<IReadOnlyList<PartKey>> FindPastMembersAsync(IReadOnlyCollection<GoldenId> ids, CancellationToken cancellationToken);

    /// <summary>Every hash of <see cref="Erasure.Suppressed"/> ever committed.</summary>
    IAsyncEnumerable<byte[]> ReadSuppressedAsync(CancellationToken cancellationToken);

    /// <summary>Every part that an open review task names; one may come several times.</summary>
    IAsyncEnumerable<int> ReadDoubtfulPartsAsync(CancellationToken cancellationToken);

    /// <summary>Open review tasks that name any of these parts.</summary>
    Task<IReadOnlyList<ReviewRow>> FindOpenReviewsAsync(IReadOnlyCollection<int> partIds, CancellationToken cancellationToken);

    /// <summary>Everything of one page in one durable transaction.</summary>
    /// <remarks>After any other exception the outcome is unknown; the registry then reads <see cref="LoadStateAsync"/> to learn it.</remarks>
    /// <exception cref="FencedException">A later writer has taken over; nothing was written.</exception>
    Task CommitAsync(RegistryCommit commit, CancellationToken cancellationToken);
}
