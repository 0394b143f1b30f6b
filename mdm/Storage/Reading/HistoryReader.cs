using IntegrationHub.Mdm.Storage.Schema;

namespace IntegrationHub.Mdm.Storage.Reading;

/// <summary>Follows the chains that versions and changes of a golden record form, from the newest back: one query a link, so no index of a million random ids.</summary>
internal static class HistoryReader
{
    /// <summary>All version rows of the given ids, newest first; all chains advance in the same queries.</summary>
    public static async Task<List<GoldenVersionEntity>> VersionsAsync(RegistryContext context, IReadOnlyCollection<long> goldens, CancellationToken cancellationToken)
    {
        var versions = new List<GoldenVersionEntity>();
        foreach (var ids in goldens.Chunk(Writing.PageScope.Chunk))
        {
            var links = await RegistryQueries.Goldens(context, ids).ToListAsync(cancellationToken);
            while (links.Count > 0)
            {
                versions.AddRange(links);
                var rows = links.Select(version => version.Previous).OfType<long>().ToArray();
                links = rows.Length == 0 ? [] : await RegistryQueries.Versions(context, rows).ToListAsync(cancellationToken);
            }
        }

        return versions;
    }

    /// <summary>All changes that touch an id, in sequence order.</summary>
    public static async Task<List<ChangeEntity>> ChangesAsync(RegistryContext context, long golden, CancellationToken cancellationToken)
    {
        var changes = new List<ChangeEntity>();
        var next = await RegistryQueries.LastChangeOf(context, golden).FirstOrDefaultAsync(cancellationToken);
        while (next is { } sequence)
        {
            var change = await RegistryQueries.ChangesAt(context, [sequence]).SingleAsync(cancellationToken);
            changes.Add(change);
            next = change.Previous;
        }

        var touches = await RegistryQueries.TouchesOf(context, golden).ToListAsync(cancellationToken);
        foreach (var sequences in touches.Chunk(Writing.PageScope.Chunk))
        {
            changes.AddRange(await RegistryQueries.ChangesAt(context, sequences).ToListAsync(cancellationToken));
        }

        return [.. changes.OrderBy(change => change.Sequence)];
    }
}
