using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Storing;
using IntegrationHub.Mdm.Registry.Writing;

namespace IntegrationHub.Mdm.Registry.Stewardship;

/// <summary>Reads what a human order names: live parts by key, golden records by any id they ever had.</summary>
internal static class PartFinder
{
    /// <summary>Live parts with these keys, in key order; unknown and dead ones are left out.</summary>
    public static async Task<IReadOnlyList<PartRow>> FindLiveAsync(this Work work, IEnumerable<PartKey> keys, CancellationToken cancellationToken)
    {
        var wanted = keys.ToHashSet();
        var records = wanted.Count == 0 ? [] : await work.Reads.FindRecordsAsync([.. wanted.Select(key => key.Record).Distinct().Order()], cancellationToken);
        var parts = records.SelectMany(record => record.Parts).Where(part => part.Golden is not null && wanted.Contains(part.Key)).OrderBy(part => part.Key).ToList();
        foreach (var part in parts)
        {
            work.Know(part);
        }

        return parts;
    }

    /// <summary>The row that answers for an id today; null when the id was never given.</summary>
    public static async Task<GoldenRow?> FindCurrentAsync(this Work work, GoldenId id, CancellationToken cancellationToken)
    {
        await work.LoadGoldensAsync([id], cancellationToken);
        if (work.Golden(id)?.Golden.MergedInto is not { } current)
        {
            return work.Golden(id);
        }

        await work.LoadGoldensAsync([current], cancellationToken);
        return work.Golden(current);
    }
}
