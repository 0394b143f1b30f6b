using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Http.Declarative.Settings;
using IntegrationHub.Connectors.Http.Sending;

namespace IntegrationHub.Connectors.Http.Declarative.Reading;

/// <summary>Reads a system by its description alone: page after page; later runs give only what is new or changed, and what is gone.</summary>
public sealed class DeclarativeSource(DeclarativeSettings settings, HttpLink link, ConnectionContext context) : HttpSource
{
    private readonly Pager pager = new(settings.Paging);
    private readonly RecordReader reader = new(settings, context.TimeZone);
    private readonly DetailReader? details = settings.Details is { } detail ? new DetailReader(detail, link) : null;
    private readonly ErrorRules rules = new(settings.Errors, context.Time);
    private readonly ConcurrentDictionary<string, IReadOnlyList<KnownRecord>> told = new(StringComparer.Ordinal);
    private readonly Lazy<KnownRecords> known = new(() => KnownRecords.Load(context.StateFolder));

    private KnownRecords Known => known.Value;

    protected override async IAsyncEnumerable<SourcePage> PagesAsync(Checkpoint? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var place = (CheckpointJson.Read<Place>(after) ?? new Place { First = true }).Begin();
        var (whole, begun, guard) = (place is { Position: null, List: null }, !place.Done && (place.First || place.Position is not null || place.List is not null), new PageGuard());
        var present = new HashSet<string>(StringComparer.Ordinal);
        for (var ended = false; !ended;)
        {
            var reply = await AskAsync(place, cancellationToken);
            var (records, known, rejected, next) = Read(reply, place);
            if (guard.Repeats(records))
            {
                throw new HttpFailureException(PageGuard.Repeated);
            }

            var list = next is null && (place.List ?? 0) + 1 < (settings.Each?.Values.Count ?? 0) ? (place.List ?? 0) + 1 : place.List;
            ended = next is null && list == place.List;

            // Met in an earlier list already, it moved on meanwhile: the next run tells where it stands.
            var fresh = records.Zip(known).Where(pair => present.Add(pair.First.Key) || settings.Each is null).Where(pair => place.First || Known.Find(pair.First.Key)?.Hash != pair.Second.Hash).ToList();
            for (var i = 0; details is not null && i < fresh.Count; i++)
            {
                fresh[i] = (await details.CompleteAsync(fresh[i].First, cancellationToken), fresh[i].Second);
            }

            if (ended && whole && settings.Deletions.Missing && !place.First)
            {
                fresh.AddRange(Gone(present));
            }

            place = place with { Position = next, List = ended ? null : list, Done = ended, Cursor = Latest(place.Cursor, records) };
            begun |= fresh.Count + rejected.Count > 0;
            if (fresh.Count + rejected.Count > 0 || (ended && begun))
            {
                yield return Page(fresh, rejected, place);
            }
        }
    }

    public override ValueTask CommittedAsync(Checkpoint checkpoint, CancellationToken cancellationToken)
    {
        if (!context.Preview && told.TryRemove(checkpoint.Value, out var records))
        {
            Known.Add(records);
            if (CheckpointJson.Read<Place>(checkpoint) is { Done: true } done)
            {
                Known.KeepSince(settings.Cursor is { } cursor ? done.Cursor - cursor.LookBack : null);
            }
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>The first page's address and body, for a check.</summary>
    internal Task<HttpReply> AskAsync(CancellationToken cancellationToken) => AskAsync(new Place { First = true }, cancellationToken);

    private SourcePage Page(List<(SourceRecord First, KnownRecord Second)> fresh, IReadOnlyList<RejectedRecord> rejected, Place place)
    {
        var checkpoint = CheckpointJson.Write(place);
        told[checkpoint.Value] = [.. fresh.Select(pair => pair.Second)];
        return new SourcePage([.. fresh.Select(pair => pair.First)], rejected, checkpoint);
    }

    private async Task<HttpReply> AskAsync(Place place, CancellationToken cancellationToken)
    {
        if (pager.Link(place.Position) is { } address)
        {
            return await link.GetAsync(address, cancellationToken);
        }

        var places = new Dictionary<string, string>(pager.Places(place.Position), StringComparer.Ordinal);
        IEnumerable<KeyValuePair<string, Template>> query = settings.Request.Query;
        var body = settings.Request.Body;
        if (settings.Cursor is { } cursor && place.Since is { } since)
        {
            places[Template.Since] = Since.Write(since, cursor, context.TimeZone);
            query = query.Where(parameter => !cursor.Query.ContainsKey(parameter.Key)).Concat(cursor.Query);
            body = cursor.Body ?? body;
        }

        var parameters = query.Select(parameter => (parameter.Key, parameter.Value.Fill(places))).ToArray();
        var path = HttpLink.Query(Word(place) is { } word ? settings.Request.Path.Replace(EachSettings.Place, Uri.EscapeDataString(word), StringComparison.Ordinal) : settings.Request.Path, parameters);
        return body is not null
            ? await link.SendJsonAsync(HttpMethod.Post, path, Encoding.UTF8.GetBytes(body.Fill(places) ?? "{}"), repeatable: true, cancellationToken)
            : await link.GetAsync(path, cancellationToken);
    }

    private (IReadOnlyList<SourceRecord> Records, IReadOnlyList<KnownRecord> Known, IReadOnlyList<RejectedRecord> Rejected, string? Next) Read(HttpReply reply, Place place)
    {
        if (!reply.IsSuccess || rules.IsEmpty(reply))
        {
            return ([], [], [], null); // a rule says that this answer means: nothing to read
        }

        using var json = reply.Json();
        var (records, known, rejected) = (new List<SourceRecord>(), new List<KnownRecord>(), new List<RejectedRecord>());
        var (items, list) = (reader.Items(json.RootElement), Word(place) is { } word ? word + ", " : "");
        for (var i = 0; i < items.Count; i++)
        {
            var read = reader.Read(items[i], string.Create(CultureInfo.InvariantCulture, $"{list}page {place.Position ?? "1"}, item {i + 1}"), Word(place), Known);
            if (read.Rejected is { } reject)
            {
                rejected.Add(reject);
                continue;
            }

            records.Add(read.Record!);
            known.Add(read.Known!);
        }

        return (records, known, rejected, pager.Next(place.Position, reply, json.RootElement, items.Count));
    }

    private string? Word(Place place) => settings.Each?.Values[place.List ?? 0];

    private List<(SourceRecord First, KnownRecord Second)> Gone(HashSet<string> present)
    {
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

    private static DateTimeOffset? Latest(DateTimeOffset? before, IReadOnlyList<SourceRecord> records)
    {
        var last = records.Max(record => record.ChangedAt);
        return last > before || before is null ? last : before;
    }
}
