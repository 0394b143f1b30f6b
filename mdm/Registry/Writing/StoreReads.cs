using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Storing;

namespace IntegrationHub.Mdm.Registry.Writing;

/// <summary>A work's point reads: what the store has committed, seen through the page whose commit is under way.</summary>
/// <remarks>The answer is the same whether the store is read before or after that commit. Where rows of the page cannot simply be laid over what was read, the read waits for it.</remarks>
internal sealed class StoreReads(IRegistryStore store, PendingPage? pending)
{
    public async Task<IReadOnlyList<StoredRecord>> FindRecordsAsync(IReadOnlyCollection<RecordKey> keys, CancellationToken cancellationToken)
    {
        if (pending is not null && keys.Any(pending.Writes))
        {
            await pending.Committed;
        }

        var found = await store.FindRecordsAsync(keys, cancellationToken);
        if (pending is null)
        {
            return found;
        }

        if (found.Any(record => pending.Sees(record.Record)))
        {
            await pending.Committed;
            found = await store.FindRecordsAsync(keys, cancellationToken);
        }

        return [.. found.Select(record => record with { Parts = [.. record.Parts.Select(pending.After)] })];
    }

    public async Task<IReadOnlyList<PartRow>> FindPartsAsync(IReadOnlyCollection<int> partIds, CancellationToken cancellationToken)
    {
        var found = new List<PartRow>(partIds.Count);
        var stored = new List<int>(partIds.Count);
        foreach (var id in partIds)
        {
            if (pending?.Part(id) is { } part)
            {
                found.Add(part);
            }
            else
            {
                stored.Add(id);
            }
        }

        foreach (var part in stored.Count == 0 ? [] : await store.FindPartsAsync(stored, cancellationToken))
        {
            found.Add(pending?.After(part) ?? part);
        }

        return found;
    }

    public async Task<IReadOnlyList<GoldenRow>> FindGoldensAsync(IReadOnlyCollection<GoldenId> ids, CancellationToken cancellationToken)
    {
        var found = new List<GoldenRow>(ids.Count);
        var stored = new List<GoldenId>(ids.Count);
        foreach (var id in ids)
        {
            if (pending?.Golden(id) is { } row)
            {
                found.Add(row);
            }
            else
            {
                stored.Add(id);
            }
        }

        found.AddRange(stored.Count == 0 ? [] : await store.FindGoldensAsync(stored, cancellationToken));
        return found;
    }

    public async Task<IReadOnlyList<GoldenRow>> FindRetiredAsync(IReadOnlyCollection<GoldenId> into, CancellationToken cancellationToken)
    {
        var found = await store.FindRetiredAsync(into, cancellationToken);
        return pending is null
            ? found
            : [.. found.Where(row => pending.Golden(row.Golden.Id) is null).Concat(pending.RetiredInto(into)).OrderBy(row => row.Golden.Id)];
    }

    public async Task<IReadOnlyList<ReviewRow>> FindOpenReviewsAsync(IReadOnlyCollection<int> partIds, CancellationToken cancellationToken)
    {
        var found = await store.FindOpenReviewsAsync(partIds, cancellationToken);
        return pending is null
            ? found
            : [.. found.Where(row => !pending.Knows(row)).Concat(pending.OpenReviews(partIds.ToHashSet())).OrderBy(row => row.TaskId)];
    }

    public Task<IReadOnlyList<PartKey>> FindPastMembersAsync(IReadOnlyCollection<GoldenId> ids, CancellationToken cancellationToken) =>
        store.FindPastMembersAsync(ids, cancellationToken);
}
