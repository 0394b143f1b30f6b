using System.Globalization;
using System.Text;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Http.Declarative.Settings;
using IntegrationHub.Connectors.Http.Listing;
using IntegrationHub.Connectors.Http.Sending;

namespace IntegrationHub.Connectors.Http.Declarative.Reading;

/// <summary>Reads a system by its description alone.</summary>
public sealed class DeclarativeSource(DeclarativeSettings settings, HttpLink link, ConnectionContext context) : ListSource(context)
{
    private readonly TimeZoneInfo zone = context.TimeZone;
    private readonly Pager pager = new(settings.Paging);
    private readonly RecordReader reader = new(settings, context.TimeZone);
    private readonly DetailReader? details = settings.Details is { } detail ? new DetailReader(detail, link) : null;
    private readonly ErrorRules rules = new(settings.Errors, context.Time);

    protected override bool MissingIsGone => settings.Deletions.Missing;

    protected override TimeSpan? LookBack => settings.Cursor?.LookBack;

    protected override async Task<ListPage> PageAsync(ListPlace place, CancellationToken cancellationToken) => Read(await AskAsync(place, cancellationToken), place);

    protected override async Task<SourceRecord> CompleteAsync(SourceRecord record, CancellationToken cancellationToken) =>
        details is null ? record : await details.CompleteAsync(record, cancellationToken);

    /// <summary>The first page's address and body, for a check.</summary>
    internal Task<HttpReply> AskAsync(CancellationToken cancellationToken) => AskAsync(new ListPlace { First = true }, cancellationToken);

    private async Task<HttpReply> AskAsync(ListPlace place, CancellationToken cancellationToken)
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
            places[Template.Since] = Since.Write(since, cursor, zone);
            query = query.Where(parameter => !cursor.Query.ContainsKey(parameter.Key)).Concat(cursor.Query);
            body = cursor.Body ?? body;
        }

        var parameters = query.Select(parameter => (parameter.Key, parameter.Value.Fill(places))).ToArray();
        var path = HttpLink.Query(Word(place) is { } word ? settings.Request.Path.Replace(EachSettings.Place, Uri.EscapeDataString(word), StringComparison.Ordinal) : settings.Request.Path, parameters);
        return body is not null
            ? await link.SendJsonAsync(HttpMethod.Post, path, Encoding.UTF8.GetBytes(body.Fill(places) ?? "{}"), repeatable: true, cancellationToken)
            : await link.GetAsync(path, cancellationToken);
    }

    private ListPage Read(HttpReply reply, ListPlace place)
    {
        if (!reply.IsSuccess || rules.IsEmpty(reply))
        {
            return After(place, [], [], null); // a rule says that this answer means: nothing to read
        }

        using var json = reply.Json();
        var (found, rejected) = (new List<ListItem>(), new List<RejectedRecord>());
        var (items, list) = (reader.Items(json.RootElement), Word(place) is { } word ? word + ", " : "");
        for (var i = 0; i < items.Count; i++)
        {
            var (item, reject) = reader.Read(items[i], string.Create(CultureInfo.InvariantCulture, $"{list}page {place.Position ?? "1"}, item {i + 1}"), Word(place));
            if (reject is not null)
            {
                rejected.Add(reject);
                continue;
            }

            found.Add(item!);
        }

        return After(place, found, rejected, pager.Next(place.Position, reply, json.RootElement, items.Count));
    }

    private ListPage After(ListPlace place, IReadOnlyList<ListItem> found, IReadOnlyList<RejectedRecord> rejected, string? next)
    {
        var following = (place.List ?? 0) + 1;
        return new ListPage(found, rejected, next) { List = next is not null ? place.List : following < (settings.Each?.Values.Count ?? 0) ? following : null };
    }

    private string? Word(ListPlace place) => settings.Each?.Values[place.List ?? 0];
}
