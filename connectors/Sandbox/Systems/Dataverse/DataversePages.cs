using System.Globalization;
using System.Text.Json.Nodes;
using IntegrationHub.Connectors.Sandbox.Serving;

namespace IntegrationHub.Connectors.Sandbox.Systems.Dataverse;

/// <summary>Lists of contacts: pages by <c>odata.maxpagesize</c> with <c>@odata.nextLink</c>; with change tracking, a delta link at the end and tombstones after the live rows.</summary>
internal sealed class DataversePages(DataverseStore store, DataverseColumns columns, SandboxContext context, TimeSpan tokenLife)
{
    private const int Largest = 5000;

    private static readonly string[] Refused = ["$filter", "$orderby", "$expand", "$top"];

    public DataverseReply List(DataverseCall call)
    {
        if (DataverseQuery.JudgeSelect(call, columns) is { } unknown)
        {
            return unknown;
        }

        var delta = call.Query.GetValueOrDefault("$deltatoken");
        var skip = call.Query.GetValueOrDefault("$skiptoken")?.Split('~');
        var tracking = delta is not null || skip is [_, not ""] || call.Prefers("odata.track-changes");
        if (tracking && Refused.FirstOrDefault(call.Query.ContainsKey) is { } option)
        {
            return DataverseErrors.BadRequest($"The query option {option} is not supported when change tracking is used.");
        }

        if (delta is not null && IsExpired(delta))
        {
            return DataverseErrors.Expired();
        }

        var filter = DataverseQuery.Filter(call.Query.GetValueOrDefault("$filter"));
        var found = delta is null ? store.Rows : store.Since(delta[..delta.IndexOf('!', StringComparison.Ordinal)]);
        if (filter is null || found is null)
        {
            return DataverseErrors.BadRequest(filter is null ? "Syntax error in the filter." : "Invalid delta token.");
        }

        // New and updated rows first, then tombstones; inside a read the order is that of the ids, which no write moves.
        var rows = found.Where(row => delta is not null || !row.Deleted).Where(filter).OrderBy(row => row.Deleted).ThenBy(row => row.Id.ToString(), StringComparer.Ordinal).ToList();
        var total = rows.Count;
        var size = Math.Clamp(int.TryParse(call.Preference("odata.maxpagesize"), CultureInfo.InvariantCulture, out var asked) ? asked : Largest, 1, Largest);
        var until = tracking ? (skip is [_, var begun] ? begun : Stamp()) : "";
        var from = skip is [var place, ..] ? rows.FindIndex(row => string.CompareOrdinal(Place(row), place) > 0) : 0;
        var page = from < 0 ? [] : rows.Skip(from).Take(size).ToList();
        var body = new JsonObject { ["@odata.context"] = $"{context.Address}api/data/v9.2/$metadata#contacts{(delta is null ? "" : "/$delta")}" };
        if (call.Query.GetValueOrDefault("$count") == "true")
        {
            body["@odata.count"] = total;
        }

        body["value"] = new JsonArray([.. page.Take(int.TryParse(call.Query.GetValueOrDefault("$top"), CultureInfo.InvariantCulture, out var top) ? top : size).Select(row => (JsonNode)Show(row, call))]);
        if (page.Count > 0 && from + page.Count < rows.Count && !call.Query.ContainsKey("$top"))
        {
            body["@odata.nextLink"] = Link(call, delta, $"{Place(page[^1])}~{until}");
        }
        else if (tracking)
        {
            body["@odata.deltaLink"] = Link(call, until, null);
        }

        return new DataverseReply(200, body) { Headers = call.Prefers("odata.track-changes") ? new Dictionary<string, string> { ["Preference-Applied"] = "odata.track-changes" } : [] };
    }

    private JsonObject Show(DataverseRow row, DataverseCall call) => row.Deleted
        ? new JsonObject { ["@odata.context"] = $"{context.Address}api/data/v9.2/$metadata#contacts/$deletedEntity", ["id"] = row.Id.ToString(), ["reason"] = "deleted" }
        : DataverseQuery.Show(row, call, columns);

    private static string Place(DataverseRow row) => (row.Deleted ? "1" : "0") + row.Id;

    private string Link(DataverseCall call, string? delta, string? skip)
    {
        var parts = call.Query.Where(option => option.Key is not ("$deltatoken" or "$skiptoken")).Select(option => $"{option.Key}={Uri.EscapeDataString(option.Value)}").ToList();
        if (delta is not null)
        {
            parts.Add("$deltatoken=" + Uri.EscapeDataString(delta));
        }

        if (skip is not null)
        {
            parts.Add("$skiptoken=" + Uri.EscapeDataString(skip));
        }

        return $"{context.Address}api/data/v9.2/contacts?{string.Join('&', parts)}";
    }

    // The stamp ends in the day, so that a token tells its age as the real one does, and two reads of one day end alike.
    private string Stamp() => $"{store.Token()}!{context.Time.GetUtcNow():MM\\/dd\\/yyyy}";

    private bool IsExpired(string token) =>
        token.IndexOf('!', StringComparison.Ordinal) is var mark && (mark < 0
        || !DateTimeOffset.TryParseExact(token[(mark + 1)..], "MM/dd/yyyy", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var given)
        || context.Time.GetUtcNow() - given > tokenLife + TimeSpan.FromDays(1));
}
