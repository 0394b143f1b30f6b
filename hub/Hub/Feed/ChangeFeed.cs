using IntegrationHub.Hub.Contracts;
using IntegrationHub.Mdm.Registry.Storing;

namespace IntegrationHub.Hub.Feed;

/// <summary>The pull feed: the change log after a cursor, cut to the reader's contract; waits for the writer's commit when there is nothing yet.</summary>
public sealed class ChangeFeed(IRegistryReader registry, ChangeSignal signal, TimeProvider clock)
{
    /// <summary>Most changes one call gives.</summary>
    public const int LargestPage = 1000;

    /// <summary>Longest a call waits.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);

    // Lines of the log one call looks through at most before it answers "nothing yet, go on from here".
    private const int LongestScan = 10_000;

    /// <param name="reader">The reader with its contract.</param>
    /// <param name="cursor">From the call before; null or empty reads from the beginning.</param>
    /// <param name="limit">Most changes to give, 1 to <see cref="LargestPage"/>; values outside are moved inside.</param>
    /// <param name="wait">How long to wait for a first change: zero answers at once.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<FeedRead> ReadAsync(ContractReader reader, string? cursor, int limit, TimeSpan wait, CancellationToken cancellationToken)
    {
        var start = FeedCursor.Start;
        if (!string.IsNullOrEmpty(cursor) && !FeedCursor.TryParse(cursor, out start))
        {
            return new FeedRead.Malformed("the cursor is not one this feed gave: pass the last answer's cursor unchanged, or none to start from the beginning");
        }

        if (start.Sequence > 0 && !await StillHoldsAsync(start, cancellationToken))
        {
            return new FeedRead.Expired("the registry was restored or replaced since this cursor was given: take a snapshot, then read on from its cursor");
        }

        var most = Math.Clamp(limit, 1, LargestPage);
        var page = await ScanAsync(reader, start, most, cancellationToken);
        if (page is { Changes.Count: 0, More: false } && wait > TimeSpan.Zero)
        {
            var end = page.End;
            await signal.WaitAsync(end.Sequence, wait < LongestWait ? wait : LongestWait, clock, cancellationToken);
            page = await ScanAsync(reader, end, most, cancellationToken);
        }

        return new FeedRead.Page(page);
    }

    private async Task<bool> StillHoldsAsync(FeedCursor cursor, CancellationToken cancellationToken) =>
        await registry.ReadChangesAsync(cursor.Sequence - 1, 1, cancellationToken) is [var change] && FeedCursor.After(change) == cursor;

    private static async Task<FeedPage> ScanAsync(ContractReader reader, FeedCursor from, int limit, CancellationToken cancellationToken)
    {
        var found = new List<ChangeView>();
        var at = from;
        for (var scanned = 0; found.Count < limit && scanned < LongestScan;)
        {
            var ask = limit - found.Count;
            var (changes, last) = await reader.ReadChangesAsync(at.Sequence, ask, cancellationToken);
            if (last is null)
            {
                return new FeedPage(found, at, More: false);
            }

            found.AddRange(changes);
            scanned += ask;
            at = FeedCursor.After(last);
        }

        return new FeedPage(found, at, More: true);
    }
}
