using System.Runtime.CompilerServices;
using IntegrationHub.Hub.Contracts;
using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Storing;

namespace IntegrationHub.Hub.Feed;

/// <summary>Everybody a reader may know, to begin a copy with; the feed goes on from the cursor taken before the first person was read.</summary>
/// <remarks>
/// The join is consistent although the registry changes meanwhile: whoever is read later than the cursor is at least as new as it, and each
/// change after the cursor comes by the feed. A copy that keeps the greatest version of each id is right once it has read the feed to its end.
/// </remarks>
public sealed class SnapshotReader(IRegistryReader registry)
{
    private const int Batch = 500;

    /// <summary>Where the feed goes on after a snapshot that begins now.</summary>
    public async Task<FeedCursor> JoinAsync(CancellationToken cancellationToken) =>
        await registry.FindLastChangeAsync(cancellationToken) is var last and > 0
        && await registry.ReadChangesAsync(last - 1, 1, cancellationToken) is [var change]
            ? FeedCursor.After(change)
            : FeedCursor.Start;

    /// <summary>Active people in id order, from behind <paramref name="after"/>; each is in the access log before it is given.</summary>
    public async IAsyncEnumerable<PersonState> ReadAsync(ContractReader reader, GoldenId? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var at = after; ;)
        {
            var rows = await registry.ReadGoldensAsync(at, Batch, cancellationToken);
            var active = rows.Where(row => row.Golden.State == GoldenState.Active).Select(row => row.Golden.Id).ToList();
            foreach (var person in await reader.DescribeAsync(active, SubscriptionFilter.None, withValues: true, cancellationToken))
            {
                if (person.Presence == PersonPresence.Active)
                {
                    yield return person;
                }
            }

            if (rows.Count < Batch)
            {
                yield break;
            }

            at = rows[^1].Golden.Id;
        }
    }
}
