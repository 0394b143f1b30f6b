using IntegrationHub.Mdm.Matching;
using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Storing;

namespace IntegrationHub.Tests.Hub.Fakes;

/// <summary>A real store whose commits fail on demand, before or after they are done.</summary>
internal sealed class FailingStore(IRegistryStore inner) : IRegistryStore
{
    /// <summary>Thrown instead of the commit.</summary>
    public Exception? Before { get; set; }

    /// <summary>Thrown once after a commit that happened.</summary>
    public Exception? After { get; set; }

    public async Task CommitAsync(RegistryCommit commit, CancellationToken cancellationToken)
    {
        if (Before is not null)
        {
            throw Before;
        }

        await inner.CommitAsync(commit, cancellationToken);
        if (After is { } error)
        {
            After = null;
            throw error;
        }
    }

    public Task<RegistryState> LoadStateAsync(CancellationToken cancellationToken) => inner.LoadStateAsync(cancellationToken);

    public Task<long> TakeOverAsync(CancellationToken cancellationToken) => inner.TakeOverAsync(cancellationToken);

    public IAsyncEnumerable<PartRow> ReadLivePartsAsync(CancellationToken cancellationToken) => inner.ReadLivePartsAsync(cancellationToken);

    public IAsyncEnumerable<ScoredPair> ReadPairsAsync(CancellationToken cancellationToken) => inner.ReadPairsAsync(cancellationToken);

    public IAsyncEnumerable<DecisionRow> ReadDecisionsAsync(CancellationToken cancellationToken) => inner.ReadDecisionsAsync(cancellationToken);

    public IAsyncEnumerable<byte[]> ReadSuppressedAsync(CancellationToken cancellationToken) => inner.ReadSuppressedAsync(cancellationToken);

    public Task<IReadOnlyList<StoredRecord>> FindRecordsAsync(IReadOnlyCollection<RecordKey> keys, CancellationToken cancellationToken) => inner.FindRecordsAsync(keys, cancellationToken);

    public Task<IReadOnlyList<PartRow>> FindPartsAsync(IReadOnlyCollection<int> partIds, CancellationToken cancellationToken) => inner.FindPartsAsync(partIds, cancellationToken);

    public Task<IReadOnlyList<GoldenRow>> FindGoldensAsync(IReadOnlyCollection<GoldenId> ids, CancellationToken cancellationToken) => inner.FindGoldensAsync(ids, cancellationToken);

    public Task<IReadOnlyList<GoldenRow>> FindRetiredAsync(IReadOnlyCollection<GoldenId> into, CancellationToken cancellationToken) => inner.FindRetiredAsync(into, cancellationToken);

    public Task<IReadOnlyList<PartKey>> FindPastMembersAsync(IReadOnlyCollection<GoldenId> ids, CancellationToken cancellationToken) => inner.FindPastMembersAsync(ids, cancellationToken);

    public IAsyncEnumerable<int> ReadDoubtfulPartsAsync(CancellationToken cancellationToken) => inner.ReadDoubtfulPartsAsync(cancellationToken);

    public Task<IReadOnlyList<ReviewRow>> FindOpenReviewsAsync(IReadOnlyCollection<int> partIds, CancellationToken cancellationToken) => inner.FindOpenReviewsAsync(partIds, cancellationToken);
}
