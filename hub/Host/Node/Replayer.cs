using IntegrationHub.Mdm.Registry.Storing;

namespace IntegrationHub.Host.Node;

/// <summary>Replays rejected records by the current mapping of each one's connection.</summary>
public sealed class Replayer(HubNode node)
{
    private const int Page = 1000;

    /// <param name="connection">All of one connection's; null with no ids replays everything.</param>
    /// <param name="ids">Exactly these; null for all.</param>
    /// <param name="cancellationToken">Stops between pages.</param>
    /// <returns>One run per connection that had something to replay.</returns>
    public async Task<IReadOnlyList<RunRow>> ReplayAsync(string? connection, IReadOnlyCollection<Guid>? ids, CancellationToken cancellationToken)
    {
        var rows = ids is { Count: > 0 }
            ? await node.Stores.Reader.FindQuarantineAsync(ids, cancellationToken)
            : await AllAsync(connection, cancellationToken);
        var runs = new List<RunRow>();
        foreach (var group in rows.GroupBy(row => row.Connection, StringComparer.Ordinal))
        {
            if (await node.Configuration.FindAsync(group.Key, cancellationToken) is { } configured)
            {
                var end = await node.Replay.ReplayAsync(group.Key, configured.Map, [.. group.Select(row => row.Id)], cancellationToken);
                runs.Add(end.Row);
            }
        }

        return runs;
    }

    private async Task<IReadOnlyList<QuarantineRow>> AllAsync(string? connection, CancellationToken cancellationToken)
    {
        var all = new List<QuarantineRow>();
        while (true)
        {
            var page = await node.Stores.Reader.ListQuarantineAsync(connection, replayed: false, all.Count, Page, cancellationToken);
            all.AddRange(page);
            if (page.Count < Page)
            {
                return all;
            }
        }
    }
}
