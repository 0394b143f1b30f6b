using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Ged.Documents;
using IntegrationHub.Connectors.Http.Sending;

namespace IntegrationHub.Connectors.Ged.Cmis;

/// <summary>Documents by query on their last modification, which every server answers; deletions from the change log of those that keep one.</summary>
internal sealed class CmisSource(CmisSettings settings, HttpLink link, ConnectionContext context) : DocumentSource(settings)
{
    private CmisRepository? repository;

    protected override async Task<(IReadOnlyList<FoundDocument> Documents, bool More)> ModifiedAsync(DateTimeOffset? from, int skip, CancellationToken cancellationToken)
    {
        var since = from is { } at ? $" WHERE cmis:lastModificationDate >= TIMESTAMP '{at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture)}'" : "";
        using var request = new HttpRequestMessage(HttpMethod.Post, (await RepositoryAsync(cancellationToken)).Url)
        {
            Content = new FormUrlEncodedContent(
            [
                new("cmisaction", "query"), new("statement", $"SELECT * FROM {settings.Type}{since} ORDER BY cmis:lastModificationDate"),
                new("succinct", "true"), new("dateTimeFormat", "simple"), new("maxItems", $"{settings.PageSize}"), new("skipCount", $"{skip}"),
            ]),
        };
        using var json = (await link.SendAsync(request.AsRepeatable(), cancellationToken)).Json();
        return ([.. json.RootElement.GetProperty("results").EnumerateArray().Select(Document)], json.RootElement.GetProperty("hasMoreItems").GetBoolean());
    }

    protected override async Task<string?> DeletionsNowAsync(CancellationToken cancellationToken)
    {
        var token = (await RepositoryAsync(cancellationToken)).Token;
        if (token is null)
        {
            Log.NoChangeLog(context.Log, context.Connection);
        }

        return token;
    }

    // The event of a token may be told again with the next: the base recognises it.
    protected override async Task<(IReadOnlyList<FoundDocument> Deleted, string Place)> DeletionsAsync(string place, TimeSpan lookBack, CancellationToken cancellationToken)
    {
        var deleted = new List<FoundDocument>();
        var url = (await RepositoryAsync(cancellationToken)).Url;
        for (var more = true; more;)
        {
            var address = HttpLink.Query(url, ("cmisselector", "contentChanges"), ("changeLogToken", place), ("succinct", "true"), ("maxItems", $"{settings.PageSize}"));
            using var json = (await link.GetAsync(address, cancellationToken)).Json();
            var events = json.RootElement.GetProperty("objects").EnumerateArray().ToList();
            deleted.AddRange(events.Where(change => Info(change).GetProperty("changeType").GetString() == "deleted")
                .Select(change => new FoundDocument(CmisProperties.Key(change), Milliseconds(Info(change).GetProperty("changeTime")), default)));
            var next = json.RootElement.GetProperty("changeLogToken").GetString() ?? place;
            more = json.RootElement.GetProperty("hasMoreItems").GetBoolean() && next != place && events.Count > 0;
            place = next;
        }

        return ([.. deleted.DistinctBy(document => document.Mark)], place);
    }

    private async Task<CmisRepository> RepositoryAsync(CancellationToken cancellationToken) => repository ??= await CmisRepository.ReadAsync(settings, link, cancellationToken);

    private static FoundDocument Document(JsonElement item)
    {
        var body = new JsonObject();
        foreach (var (name, value) in CmisProperties.Of(item))
        {
            body[name] = value.ValueKind == JsonValueKind.Null ? null : JsonNode.Parse(value.GetRawText());
        }

        var key = CmisProperties.Key(item);
        body["id"] = key; // stable over versions, for mappings
        var at = CmisProperties.Of(item).First(property => property.Name == "cmis:lastModificationDate").Value;
        return new FoundDocument(key, Milliseconds(at), Encoding.UTF8.GetBytes(body.ToJsonString(Relaxed.Json)));
    }

    private static JsonElement Info(JsonElement change) => change.GetProperty("changeEventInfo");

    private static DateTimeOffset Milliseconds(JsonElement value) => value.ValueKind == JsonValueKind.Number
        ? DateTimeOffset.FromUnixTimeMilliseconds(value.GetInt64())
        : DateTimeOffset.Parse(value.GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
