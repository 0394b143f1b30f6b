using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Ged.Documents;

namespace IntegrationHub.Connectors.Ged.Alfresco;

/// <summary>Nodes by AFTS search on cm:modified; deletions from the trashcan, newest first there. What is deleted without the trashcan is not told.</summary>
internal sealed class AlfrescoSource(AlfrescoSettings settings, IAlfrescoApi api) : DocumentSource(settings)
{
    protected override async Task<(IReadOnlyList<FoundDocument> Documents, bool More)> ModifiedAsync(DateTimeOffset? from, int skip, CancellationToken cancellationToken)
    {
        var question = new JsonObject
        {
            ["query"] = new JsonObject { ["query"] = $"{settings.Query} AND cm:modified:[{(from is { } at ? $"'{Instant(at)}'" : "MIN")} TO MAX]", ["language"] = "afts" },
            ["paging"] = new JsonObject { ["maxItems"] = settings.PageSize, ["skipCount"] = skip },
            ["include"] = new JsonArray("properties", "aspectNames"),
            ["sort"] = new JsonArray(new JsonObject { ["type"] = "FIELD", ["field"] = "cm:modified", ["ascending"] = true }),
        };
        using var json = await api.SearchAsync(question, cancellationToken);
        var list = json.RootElement.GetProperty("list");
        _ = list.GetProperty("context"); // only a search answers with it: another list is not taken for one
        return ([.. Entries(list).Select(Node)], More(list));
    }

    protected override async Task<string?> DeletionsNowAsync(CancellationToken cancellationToken)
    {
        using var json = await api.DeletedNodesAsync(skipCount: 0, maxItems: 1, cancellationToken);
        var newest = Entries(json.RootElement.GetProperty("list")).Select(Archived).FirstOrDefault(DateTimeOffset.UnixEpoch);
        return Text(newest);
    }

    protected override async Task<(IReadOnlyList<FoundDocument> Deleted, string Place)> DeletionsAsync(string place, TimeSpan lookBack, CancellationToken cancellationToken)
    {
        var since = DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(place, NumberStyles.None, CultureInfo.InvariantCulture));
        var until = since == DateTimeOffset.UnixEpoch ? since : since - lookBack;
        var found = new List<FoundDocument>();
        for (var (skip, more) = (0, true); more;)
        {
            using var json = await api.DeletedNodesAsync(skip, settings.PageSize, cancellationToken);
            var list = json.RootElement.GetProperty("list");
            var entries = Entries(list).ToList();
            var fresh = entries.TakeWhile(entry => Archived(entry) > until).Select(entry => new FoundDocument(entry.GetProperty("id").GetString()!, Archived(entry), default)).ToList();
            found.AddRange(fresh);
            skip += entries.Count;
            more = More(list) && entries.Count > 0 && fresh.Count == entries.Count;
        }

        found.Reverse();
        return ([.. found.DistinctBy(document => document.Mark)], Text(found.Select(document => document.At).Append(since).Max()));
    }

    private static FoundDocument Node(JsonElement entry)
    {
        var node = JsonObject.Create(entry)!;
        node.Remove("search"); // its score differs from one read to the next
        node.Remove("location");
        return new FoundDocument(entry.GetProperty("id").GetString()!, Date(entry.GetProperty("modifiedAt")), Encoding.UTF8.GetBytes(node.ToJsonString(Relaxed.Json)));
    }

    private static IEnumerable<JsonElement> Entries(JsonElement list) => list.GetProperty("entries").EnumerateArray().Select(item => item.GetProperty("entry"));

    private static bool More(JsonElement list) => list.GetProperty("pagination").GetProperty("hasMoreItems").GetBoolean();

    private static DateTimeOffset Archived(JsonElement entry) => Date(entry.GetProperty("archivedAt"));

    // 2026-01-05T10:00:00.000+0000: an offset without a colon
    private static DateTimeOffset Date(JsonElement text) =>
        DateTimeOffset.ParseExact(text.GetString()!, ["yyyy-MM-dd'T'HH:mm:ss.fffzzz", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss.fff'Z'"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private static string Text(DateTimeOffset at) => at.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
}
