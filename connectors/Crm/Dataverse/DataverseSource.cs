using System.Runtime.CompilerServices;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Http;
using IntegrationHub.Connectors.Http.Sending;

namespace IntegrationHub.Connectors.Crm.Dataverse;

/// <summary>Reads a table with change tracking: all rows once, then what changed and what was deleted since. When the delta token has expired (seven days by default) it reads all rows again and tells what is missing as deleted.</summary>
internal sealed class DataverseSource(DataverseSettings settings, IDataverseApi api, ConnectionContext context) : HttpSource
{
    private const int Tombstones = 500;

    private static readonly Failure Untracked = new(FailureKind.Denied, "dataverse.untracked",
        "Dynamics gave no delta link: turn on change tracking for the table, and give the application user organisation-level read rights on it.");

    private readonly KnownRows rows = new(context.StateFolder);

    protected override async IAsyncEnumerable<SourcePage> PagesAsync(Checkpoint? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var place = CheckpointJson.Read<DataversePlace>(after);
        if (place is { Compare: true })
        {
            foreach (var page in Compare(place))
            {
                yield return page;
            }

            yield break;
        }

        if (place is { Day: not null })
        {
            Remember(rows.Complete);
        }

        place ??= Begin(high: 0);
        if (place.Seen > rows.Seen && !context.Preview)
        {
            // Without its notes of the rows given before, a comparison would take them for deleted: this read goes on and compares nothing.
            Log.NotesGone(context.Log, context.Connection);
            rows.Forget();
            place = place with { Seen = null };
        }

        while (true)
        {
            var (page, begun) = await FetchAsync(place, cancellationToken);
            place = begun;
            var ids = page.Records.Select(record => (Guid.Parse(record.Key), record.Deleted));
            Remember(() =>
            {
                if (place.Seen is null)
                {
                    rows.AddKnown(ids);
                }
                else
                {
                    rows.AddSeen(ids);
                }
            });
            var next = Next(place, page);
            if (page.Records.Count > 0 || next.Compare == true || next.Day is null != place.Day is null || IsDue(place, next))
            {
                yield return new SourcePage(page.Records, [], CheckpointJson.Write(next));
            }

            place = next;
            if (page.Next is null)
            {
                break;
            }
        }

        if (place.Compare == true)
        {
            foreach (var page in Compare(place))
            {
                yield return page;
            }
        }
    }

    public override ValueTask CommittedAsync(Checkpoint checkpoint, CancellationToken cancellationToken)
    {
        if (CheckpointJson.Read<DataversePlace>(checkpoint) is { Day: not null, Compare: not true })
        {
            Remember(rows.Complete);
        }

        return ValueTask.CompletedTask;
    }

    private DataversePlace Begin(long high)
    {
        Remember(rows.Begin);
        return new DataversePlace
        {
            Link = $"{settings.Table}?$select={string.Join(',', settings.Columns.Append(settings.Id).Distinct(StringComparer.Ordinal))}",
            High = high,
            Seen = 0,
        };
    }

    private async Task<(DataversePage Page, DataversePlace Place)> FetchAsync(DataversePlace place, CancellationToken cancellationToken)
    {
        try
        {
            return (await GetAsync(place, cancellationToken), place);
        }
        catch (HttpFailureException expired) when (expired.Failure.Code == DataverseErrors.Expired)
        {
            Log.Expired(context.Log, context.Connection);
            var begun = Begin(place.High);
            return (await GetAsync(begun, cancellationToken), begun);
        }
    }

    private async Task<DataversePage> GetAsync(DataversePlace place, CancellationToken cancellationToken)
    {
        using var json = await api.RowsAsync(place.Link, $"odata.track-changes,odata.maxpagesize={settings.PageSize}", cancellationToken);
        var page = DataversePage.Read(json.RootElement, settings.Id, place.High);
        return page is { Next: null, Delta: null } ? throw new HttpFailureException(Untracked) : page;
    }

    private DataversePlace Next(DataversePlace place, DataversePage page)
    {
        if (page.Next is { } next)
        {
            return place with { Link = next, High = page.High, Seen = place.Seen + page.Records.Count };
        }

        var gone = place.Seen is not null && !context.Preview && rows.Compare().Gone.Count > 0;
        return new DataversePlace { Link = page.Delta!, High = page.High, Day = DateOnly.FromDateTime(context.Time.GetUtcNow().UtcDateTime), Compare = gone ? true : null };
    }

    // A quiet table's token is renewed once a day, else it would expire.
    private static bool IsDue(DataversePlace before, DataversePlace now) => before.Day is { } day && now.Day > day;

    private IEnumerable<SourcePage> Compare(DataversePlace place)
    {
        var (gone, known) = rows.Compare();
        if (!context.BrakeReleased && context.Brake.Holds(gone.Count, known))
        {
            throw new HttpFailureException(new Failure(FailureKind.Held, "brake.deletions",
                $"{gone.Count} of {known} rows are no longer in Dynamics; the brake holds above {context.Brake}. Approve the run if they are truly gone."));
        }

        Log.Gone(context.Log, context.Connection, gone.Count, known);
        var pages = gone.Chunk(Tombstones).ToList();
        for (var page = 0; page < pages.Count; page++)
        {
            var last = page == pages.Count - 1;
            yield return new SourcePage(
                [.. pages[page].Select(id => new SourceRecord { Key = id.ToString(), Version = new RecordVersion(place.High, "deleted"), Deleted = true })],
                [],
                CheckpointJson.Write(last ? place with { Compare = null } : place));
        }
    }

    private void Remember(Action write)
    {
        if (!context.Preview)
        {
            write();
        }
    }
}
