namespace IntegrationHub.Mdm.Storage.Reading;

/// <summary>Reads by key. EF Core answers them; a provider whose round trips cost nothing may answer them row by row instead.</summary>
internal abstract class PointReads : IDisposable
{
    public abstract Task<IReadOnlyList<StoredRecord>> RecordsAsync(IReadOnlyCollection<RecordKey> keys, CancellationToken cancellationToken);

    public abstract Task<IReadOnlyList<PartRow>> PartsAsync(IReadOnlyCollection<int> partIds, CancellationToken cancellationToken);

    public abstract Task<IReadOnlyList<GoldenRow>> GoldensAsync(IReadOnlyCollection<GoldenId> ids, CancellationToken cancellationToken);

    public abstract Task<IReadOnlyList<GoldenRow>> RetiredAsync(IReadOnlyCollection<GoldenId> into, CancellationToken cancellationToken);

    public abstract Task<IReadOnlyList<ReviewRow>> OpenReviewsAsync(IReadOnlyCollection<int> partIds, CancellationToken cancellationToken);

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
    }
}
