using System.Collections.Concurrent;
using IntegrationHub.Mdm.Storage.Reading;

namespace IntegrationHub.Mdm.Storage.Providers.Sqlite;

/// <summary>Point reads key by key on prepared statements: in SQLite a query is a call, and EF Core around it costs several times the read.</summary>
internal sealed class SqlitePointReads(string file, ConnectionNames names) : PointReads
{
    /// <summary>Keys from which a second thread is worth its start.</summary>
    private const int WorthTwo = 128;

    private readonly ConcurrentBag<SqliteReadSession> _idle = [];

    public override Task<IReadOnlyList<StoredRecord>> RecordsAsync(IReadOnlyCollection<RecordKey> keys, CancellationToken cancellationToken) => ReadAsync<RecordKey, StoredRecord>(
        keys,
        static (session, key, found) =>
        {
            if (session.Record(key) is { } record)
            {
                var parts = new List<PartRow>(1);
                session.PartsOf(record.RecordId, parts);
                // The order of part keys within one record is the order of their part names.
                parts.Sort((a, b) => a.Key.CompareTo(b.Key));
                found.Add(new StoredRecord(record, parts));
            }
        },
        cancellationToken,
        static (a, b) => a.Record.Key.CompareTo(b.Record.Key));

    public override Task<IReadOnlyList<PartRow>> PartsAsync(IReadOnlyCollection<int> partIds, CancellationToken cancellationToken) =>
        ReadAsync<int, PartRow>([.. partIds.Order()], static (session, id, found) => session.Part(id, found), cancellationToken);

    public override Task<IReadOnlyList<GoldenRow>> GoldensAsync(IReadOnlyCollection<GoldenId> ids, CancellationToken cancellationToken) =>
        ReadAsync<GoldenId, GoldenRow>([.. ids.Order()], static (session, id, found) => session.Golden(id, found), cancellationToken);

    public override async Task<IReadOnlyList<GoldenRow>> RetiredAsync(IReadOnlyCollection<GoldenId> into, CancellationToken cancellationToken)
    {
        var retired = new SortedSet<GoldenId>();
        Read<GoldenId, GoldenId>([.. into.Distinct()], (session, id, _) => session.RetiredInto(id, retired), cancellationToken);
        return retired.Count == 0 ? [] : await GoldensAsync(retired, cancellationToken);
    }

    public override Task<IReadOnlyList<ReviewRow>> OpenReviewsAsync(IReadOnlyCollection<int> partIds, CancellationToken cancellationToken)
    {
        var reviews = new SortedDictionary<long, ReviewRow>();
        Read<int, ReviewRow>([.. partIds.Distinct()], (session, id, _) => session.OpenReviews(id, reviews), cancellationToken);
        return Task.FromResult<IReadOnlyList<ReviewRow>>([.. reviews.Values]);
    }

    protected override void Dispose(bool disposing)
    {
        while (_idle.TryTake(out var session))
        {
            session.Dispose();
        }

        base.Dispose(disposing);
    }

    private async Task<IReadOnlyList<TRow>> ReadAsync<TKey, TRow>(
        IReadOnlyCollection<TKey> keys, Action<SqliteReadSession, TKey, List<TRow>> read, CancellationToken cancellationToken, Comparison<TRow>? order = null)
    {
        var distinct = keys.Distinct().ToArray();
        List<TRow> found;
        if (distinct.Length < WorthTwo)
        {
            found = Read(distinct, read, cancellationToken);
        }
        else
        {
            // Each key's answer is whole in itself, so that two sessions may stand on two states of the database.
            var middle = distinct.Length / 2;
            var second = Task.Run(() => Read(distinct.AsSpan(middle), read, cancellationToken), CancellationToken.None);
            try
            {
                found = Read(distinct.AsSpan(0, middle), read, cancellationToken);
            }
            finally
            {
                await ((Task)second).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }

            found.AddRange(await second);
        }

        if (order is not null)
        {
            found.Sort(order);
        }

        return found;
    }

    private List<TRow> Read<TKey, TRow>(ReadOnlySpan<TKey> keys, Action<SqliteReadSession, TKey, List<TRow>> read, CancellationToken cancellationToken)
    {
        var session = _idle.TryTake(out var idle) ? idle : new SqliteReadSession(file, names);
        try
        {
            var found = new List<TRow>(keys.Length);
            session.Begin();
            foreach (var key in keys)
            {
                cancellationToken.ThrowIfCancellationRequested();
                read(session, key, found);
            }

            session.End();
            _idle.Add(session);
            return found;
        }
        catch
        {
            // Its transaction may be open: the next read starts on a fresh one.
            session.Dispose();
            throw;
        }
    }
}
