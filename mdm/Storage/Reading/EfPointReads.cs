using IntegrationHub.Mdm.Storage.Providers;
using IntegrationHub.Mdm.Storage.Writing;

namespace IntegrationHub.Mdm.Storage.Reading;

/// <summary>Point reads through EF Core, five hundred keys a round trip.</summary>
internal sealed class EfPointReads(StorageEngine engine, ConnectionNames names) : PointReads
{
    private readonly RecordLoader _loader = new(names);

    public override async Task<IReadOnlyList<StoredRecord>> RecordsAsync(IReadOnlyCollection<RecordKey> keys, CancellationToken cancellationToken)
    {
        await using var context = engine.OpenRegistry();
        return await _loader.RecordsAsync(context, keys, cancellationToken);
    }

    public override async Task<IReadOnlyList<PartRow>> PartsAsync(IReadOnlyCollection<int> partIds, CancellationToken cancellationToken)
    {
        await using var context = engine.OpenRegistry();
        return await _loader.PartsAsync(context, partIds, cancellationToken);
    }

    public override async Task<IReadOnlyList<GoldenRow>> GoldensAsync(IReadOnlyCollection<GoldenId> ids, CancellationToken cancellationToken)
    {
        await using var context = engine.OpenRegistry();
        return await RecordLoader.GoldensAsync(context, ids, cancellationToken);
    }

    public override async Task<IReadOnlyList<GoldenRow>> RetiredAsync(IReadOnlyCollection<GoldenId> into, CancellationToken cancellationToken)
    {
        await using var context = engine.OpenRegistry();
        var retired = new List<GoldenId>();
        foreach (var ids in into.Distinct().Select(id => id.Value).Chunk(PageScope.Chunk))
        {
            retired.AddRange((await RegistryQueries.Retired(context, ids).ToListAsync(cancellationToken)).Select(id => new GoldenId(id)));
        }

        return await RecordLoader.GoldensAsync(context, retired, cancellationToken);
    }

    public override async Task<IReadOnlyList<ReviewRow>> OpenReviewsAsync(IReadOnlyCollection<int> partIds, CancellationToken cancellationToken)
    {
        await using var context = engine.OpenRegistry();
        var reviews = new Dictionary<long, ReviewEntity>();
        foreach (var ids in partIds.Distinct().Select(id => (long)id).Chunk(PageScope.Chunk))
        {
            var ofA = await RegistryQueries.ReviewsByA(context, ids).ToListAsync(cancellationToken);
            var ofB = await RegistryQueries.ReviewsByB(context, [.. ids]).ToListAsync(cancellationToken);
            foreach (var review in ofA.Concat(ofB).Where(review => review.State == (long)ReviewState.Open))
            {
                reviews[review.TaskId] = review;
            }
        }

        return [.. reviews.Values.OrderBy(review => review.TaskId).Select(RowMapper.Review)];
    }
}
