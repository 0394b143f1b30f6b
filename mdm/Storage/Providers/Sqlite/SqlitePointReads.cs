using System.Collections.Concurrent;
using IntegrationHub.Mdm.Storage.Reading;

namespace IntegrationHub.Mdm.Storage.Providers.Sqlite;

/// <summary>Point reads key by key on prepared statements: in SQLite a query is a call, and EF Core around it costs several times the read.</summary>
internal sealed class SqlitePointReads(string file, ConnectionNames names) : PointReads
{
    private readonly ConcurrentBag<SqliteReadSession> _idle = [];

    public override Task<IReadOnlyList<StoredRecord>> RecordsAsync(IReadOnlyCollection<RecordKey> keys, CancellationToken cancellationToken) => Read<RecordKey, StoredRecord>(
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
        Read<int, PartRow>([.. partIds.Order()], static (session, id, found) => session.Part(id, found), cancellationToken);

    public override Task<IReadOnlyList<GoldenRow>> GoldensAsync(IReadOnlyCollection<GoldenId> ids, CancellationToken cancellationToken) =>
        Read<GoldenId, GoldenRow>([.. ids.Order()], static (session, id, found) => session.Golden(id, found), cancellationToken);

    public override async Task<IReadOnlyList<GoldenRow>> RetiredAsync(IReadOnlyCollection<GoldenId> into, CancellationToken cancellationToken)
    {
        var retired = new SortedSet<GoldenId>();
        await Read<GoldenId, GoldenId>(into, (session, id, _) => session.RetiredInto(id, retired), cancellationToken);
        return retired.Count == 0 ? [] : await GoldensAsync(retired, cancellationToken);
    }

    public override async Task<IReadOnlyList<ReviewRow>> OpenReviewsAsync(IReadOnlyCollection<int> partIds, CancellationToken cancellationToken)
    {
        var reviews = new SortedDictionary<long, ReviewRow>();
        await Read<int, ReviewRow>(partIds, (session, id, _) => session.OpenReviews(id, reviews), cancellationToken);
        return [.. reviews.Values];
    }

    protected override void Dispose(bool disposing)
    {
        while (_idle.TryTake(out var session))
        {
            session.Dispose();
        }

        base.Dispose(disposing);
    }

    private Task<IReadOnlyList<TRow>> Read<TKey, TRow>(
        IReadOnlyCollection<TKey> keys, Action<SqliteReadSession, TKey, List<TRow>> read, CancellationToken cancellationToken, Comparison<TRow>? order = null)
    {
        var session = _idle.TryTake(out var idle) ? idle : new SqliteReadSession(file, names);
        try
        {
            var found = new List<TRow>(keys.Count);
            session.Begin();
            foreach (var key in keys.Distinct())
            {
                cancellationToken.ThrowIfCancellationRequested();
                read(session, key, found);
            }

            session.End();
            if (order is not null)
            {
                found.Sort(order);
            }

            _idle.Add(session);
            return Task.FromResult<IReadOnlyList<TRow>>(found);
        }
        catch
        {
            // Its transaction may be open: the next read starts on a fresh one.
            session.Dispose();
            throw;
        }
    }
}
