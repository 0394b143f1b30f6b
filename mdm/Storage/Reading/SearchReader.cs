using IntegrationHub.Mdm.Storage.Schema;
using IntegrationHub.Mdm.Storage.Searching;

namespace IntegrationHub.Mdm.Storage.Reading;

/// <summary>Runs a search: candidates by index, a batch at a time, until enough records answer.</summary>
internal static class SearchReader
{
    private const int SmallestBatch = 50;
    private const int LargestBatch = 500;

    public static async Task<List<GoldenRow>> SearchAsync(RegistryContext context, CitizenSearch search, CancellationToken cancellationToken)
    {
        var found = new List<GoldenRow>();
        var connections = await ConnectionsAsync(context, search, cancellationToken);
        if (search.Limit <= 0 || connections is { Length: 0 })
        {
            return found;
        }

        var after = search.After?.Value ?? -1;
        var batch = Math.Clamp(2 * search.Limit, SmallestBatch, LargestBatch);
        while (true)
        {
            var ids = await SearchQueries.Candidates(context, search, connections, after, batch).ToArrayAsync(cancellationToken);
            foreach (var row in await RecordLoader.GoldensAsync(context, ids.Select(id => new GoldenId(id)), cancellationToken))
            {
                if (row.Golden.State == GoldenState.Active && row.Golden.Answers(search))
                {
                    found.Add(row);
                    if (found.Count == search.Limit)
                    {
                        return found;
                    }
                }
            }

            if (ids.Length < batch)
            {
                return found;
            }

            after = ids[^1];
        }
    }

    private static async Task<long[]?> ConnectionsAsync(RegistryContext context, CitizenSearch search, CancellationToken cancellationToken)
    {
        if (search.Connections is null)
        {
            return null;
        }

        var known = await RegistryQueries.Connections(context).ToListAsync(cancellationToken);
        return [.. known.Where(row => search.Connections.Contains(Encoding.StoredText.Read(row.Name), StringComparer.Ordinal)).Select(row => row.Id)];
    }
}
