using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Http.Sending;

namespace IntegrationHub.Connectors.Http.Listing;

/// <summary>A source that reads a list page after page: the first run gives all, later ones only what is new, changed or gone since the hub committed it.</summary>
public abstract class ListSource(ConnectionContext context) : HttpSource
{
    private readonly ConcurrentDictionary<string, IReadOnlyList<KnownRecord>> told = new(StringComparer.Ordinal);
    private readonly Lazy<KnownRecords> known = new(() => KnownRecords.Load(context.StateFolder));

    /// <summary>What a whole read lacks is deleted.</summary>
    protected virtual bool MissingIsGone => true;

    /// <summary>How far a read of changes looks back; null when each run reads the whole list.</summary>
    protected virtual TimeSpan? LookBack => null;

    private KnownRecords Known => known.Value;

    /// <summary>The page at <see cref="ListPlace.Position"/>, the first one where that is null. Any failure is thrown.</summary>
    protected abstract Task<ListPage> PageAsync(ListPlace place, CancellationToken cancellationToken);

    /// <summary>Adds to a new or changed record what the list does not hold.</summary>
    protected virtual Task<SourceRecord> CompleteAsync(SourceRecord record, CancellationToken cancellationToken) => Task.FromResult(record);

    protected sealed override async IAsyncEnumerable<SourcePage> PagesAsync(Checkpoint? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var place = (CheckpointJson.Read<ListPlace>(after) ?? new ListPlace { First = true }).Begin();
        var (whole, begun, guard) = (place is { Position: null, List: null }, !place.Done && (place.First || place.Position is not null || place.List is not null), new PageGuard());
        var (present, refused, total) = (new HashSet<string>(StringComparer.Ordinal), 0, 0L);
        for (var ended = false; !ended;)
        {
            var page = await PageAsync(place, cancellationToken);
            var read = page.Items.Select(Read).ToList();
            if (guard.Repeats([.. read.Select(pair => pair.Record)]))
            {
                throw new HttpFailureException(PageGuard.Repeated);
            }

            (refused, total) = (refused + page.Rejected.Count, Math.Max(total, page.Total ?? 0));
            ended = page is { Next: null, List: null };

            // Met in an earlier list already, it moved on meanwhile: the next run tells where it stands.
            var fresh = read.Where(pair => present.Add(pair.Record.Key) || place.List is null).Where(pair => place.First || Known.Find(pair.Record.Key)?.Hash != pair.Known.Hash).ToList();
            for (var i = 0; i < fresh.Count; i++)
            {
                fresh[i] = (await CompleteAsync(fresh[i].Record, cancellationToken), fresh[i].Known);
            }

            if (ended && whole && MissingIsGone && !place.First)
            {
                fresh.AddRange(Gone(present, present.Count + refused, total));
            }

            place = place with { Position = page.Next, List = page.List, Done = ended, Cursor = Latest(place.Cursor, page.Items) };
            begun |= fresh.Count + page.Rejected.Count > 0;
            if (fresh.Count + page.Rejected.Count > 0 || (ended && begun))
            {
                yield return Page(fresh, page.Rejected, place);
            }
        }
    }

    public override ValueTask CommittedAsync(Checkpoint checkpoint, CancellationToken cancellationToken)
    {
        if (!context.Preview && told.TryRemove(checkpoint.Value, out var records))
        {
            Known.Add(records);
            if (CheckpointJson.Read<ListPlace>(checkpoint) is { Done: true } done)
            {
                Known.KeepSince(LookBack is { } lookBack ? done.Cursor - lookBack : null);
            }
        }

        return ValueTask.CompletedTask;
    }

    private SourcePage Page(List<(SourceRecord Record, KnownRecord Known)> fresh, IReadOnlyList<RejectedRecord> rejected, ListPlace place)
    {
        var checkpoint = CheckpointJson.Write(place);
        told[checkpoint.Value] = [.. fresh.Select(pair => pair.Known)];
        return new SourcePage([.. fresh.Select(pair => pair.Record)], rejected, checkpoint);
    }

    private (SourceRecord Record, KnownRecord Known) Read(ListItem item)
    {
        var hash = item.Deleted ? "" : Convert.ToHexString(SHA256.HashData(item.Body.Span).AsSpan(0, 12));
        var before = Known.Find(item.Key);
        var version = item.ChangedAt?.UtcTicks ?? (before is null ? 1 : before.Hash == hash ? before.Version : before.Version + 1);
        var record = new SourceRecord { Key = item.Key, Version = new RecordVersion(version), ChangedAt = item.ChangedAt, Deleted = item.Deleted, Body = item.Deleted ? default : item.Body };
        return (record, new KnownRecord(item.Key, hash, version, item.ChangedAt));
    }

    private List<(SourceRecord Record, KnownRecord Known)> Gone(HashSet<string> present, int read, long total)
    {
        if (total > read)
        {
            Log.ListIncomplete(context.Log, context.Connection, read, total);
            return []; // pages that shifted meanwhile hide records: a later run tells whether they are gone
        }

        var live = Known.Live.ToList();
        var gone = live.Where(record => !present.Contains(record.Key)).ToList();
        if (!context.BrakeReleased && context.Brake.Holds(gone.Count, live.Count))
        {
            throw new HttpFailureException(new Failure(FailureKind.Held, "brake.deletions",
                $"{gone.Count} of {live.Count} records are no longer there; the brake holds above {context.Brake}. Approve the run if they are truly gone."));
        }

        return
        [
            .. gone.Select(record => (
                new SourceRecord { Key = record.Key, Version = new RecordVersion(record.Version + 1), Deleted = true },
                record with { Hash = "", Version = record.Version + 1 })),
        ];
    }

    private static DateTimeOffset? Latest(DateTimeOffset? before, IReadOnlyList<ListItem> items)
    {
        var last = items.Max(item => item.ChangedAt);
        return last > before || before is null ? last : before;
    }
}
