using IntegrationHub.Mdm.Storage.Encoding;

namespace IntegrationHub.Mdm.Storage.Operations;

/// <summary>What publishing keeps: fenced cursors, what is parked, what each subscription was told.</summary>
internal sealed partial class OperationsStore
{
    private const int Chunk = 500;

    public async Task<bool> TrySaveCursorAsync(DeliveryCursor cursor, string lease, string holder, CancellationToken cancellationToken)
    {
        var (name, key, node) = (StoredText.Write(cursor.Subscription), StoredText.Write(lease), StoredText.Write(holder));
        var at = cursor.ProgressAt.ToMicros();
        await using var context = engine.OpenOperations();
        if (await MoveAsync() == 1)
        {
            return true;
        }

        // Only a subscription's very first cursor comes here while the lease is held; who inserts a second one finds the key taken.
        return await context.Leases.AnyAsync(row => row.Name == key && row.Holder == node, cancellationToken)
            && (await TryAddAsync(context, new CursorEntity { Subscription = name, Sequence = cursor.Sequence, ProgressAt = at }, cancellationToken) || await MoveAsync() == 1);

        Task<int> MoveAsync() => OperationsQueries.FencedCursor(context, name, key, node).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.Sequence, cursor.Sequence).SetProperty(row => row.ProgressAt, at), cancellationToken);
    }

    public async Task<ParkedCount> CountParkedAsync(string subscription, CancellationToken cancellationToken)
    {
        await using var context = engine.OpenOperations();
        var parked = OperationsQueries.Parked(context, StoredText.Write(subscription));
        var count = await parked.LongCountAsync(cancellationToken);
        return new ParkedCount(count, count == 0 ? null : ((long?)await parked.MinAsync(row => row.At, cancellationToken)).ToInstant());
    }

    public async Task<IReadOnlyList<ToldCitizen>> FindToldAsync(string subscription, IReadOnlyCollection<GoldenId> ids, CancellationToken cancellationToken)
    {
        await using var context = engine.OpenOperations();
        var found = new List<ToldCitizen>();
        foreach (var chunk in ids.Select(id => id.Value).Distinct().Chunk(Chunk))
        {
            found.AddRange((await OperationsQueries.Told(context, StoredText.Write(subscription), chunk).ToListAsync(cancellationToken)).Select(OperationsMapper.Told));
        }

        return found;
    }

    public async Task<ToldCitizen?> FindToldByForeignKeyAsync(string subscription, string foreignKey, CancellationToken cancellationToken)
    {
        await using var context = engine.OpenOperations();
        var row = await OperationsQueries.ToldByForeignKey(context, StoredText.Write(subscription), StoredText.Write(foreignKey)).FirstOrDefaultAsync(cancellationToken);
        return row is null ? null : OperationsMapper.Told(row);
    }

    public async Task<IReadOnlyList<ToldCitizen>> ListToldAsync(string subscription, GoldenId? after, int limit, CancellationToken cancellationToken)
    {
        await using var context = engine.OpenOperations();
        var rows = await OperationsQueries.ToldPage(context, StoredText.Write(subscription), after?.Value ?? -1, limit).ToListAsync(cancellationToken);
        return [.. rows.Select(OperationsMapper.Told)];
    }

    public async Task SaveToldAsync(ToldCitizen told, CancellationToken cancellationToken)
    {
        var entity = OperationsMapper.Told(told);
        await SaveAsync(
            entity,
            context => context.Told.Where(row => row.Subscription == entity.Subscription && row.Golden == entity.Golden).ExecuteUpdateAsync(
                set => set
                    .SetProperty(row => row.Version, entity.Version).SetProperty(row => row.Inside, entity.Inside).SetProperty(row => row.ForeignKey, entity.ForeignKey)
                    .SetProperty(row => row.Written, entity.Written).SetProperty(row => row.At, entity.At),
                cancellationToken),
            cancellationToken);
    }
}
