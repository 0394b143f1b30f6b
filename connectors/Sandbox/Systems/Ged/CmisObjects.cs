using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using IntegrationHub.Connectors.Sandbox.Serving;

namespace IntegrationHub.Connectors.Sandbox.Systems.Ged;

/// <summary>Documents in the words of the browser binding, and the query language's part that connectors use.</summary>
internal static partial class CmisObjects
{
    /// <summary>The object's id with its version, as Alfresco gives it: <c>uuid;1.0</c>.</summary>
    public static string Id(string key) => key + ";1.0";

    public static string Key(string id) => id.Split(';')[0];

    public static JsonObject Properties(JsonObject node)
    {
        var shown = new JsonObject
        {
            ["cmis:objectId"] = Id(node["id"]!.ToString()),
            ["cmis:baseTypeId"] = "cmis:document",
            ["cmis:objectTypeId"] = "cmis:document",
            ["cmis:name"] = node["name"]!.ToString(),
            ["cmis:versionSeriesId"] = node["id"]!.ToString(),
            ["cmis:creationDate"] = Milliseconds(node["createdAt"]!.ToString()),
            ["cmis:lastModificationDate"] = Milliseconds(node["modifiedAt"]!.ToString()),
            ["cmis:isLatestVersion"] = true,
        };
        foreach (var (name, value) in node["properties"]!.AsObject())
        {
            shown[name] = value?.DeepClone();
        }

        return shown;
    }

    /// <returns>Null when the statement cannot be read.</returns>
    public static IReadOnlyList<JsonObject>? Query(string statement, IReadOnlyList<SandboxRow> rows)
    {
        if (Select().Match(statement.Trim()) is not { Success: true } match)
        {
            return null;
        }

        var from = match.Groups["at"].Success ? DateTimeOffset.Parse(match.Groups["at"].Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal) : DateTimeOffset.MinValue;
        return [.. rows.Where(row => row.ChangedAt >= from).Select(row => new JsonObject { ["succinctProperties"] = Properties(JsonNode.Parse(row.Body.Span)!.AsObject()) })];
    }

    private static long Milliseconds(string stamp) => DateTimeOffset.ParseExact(stamp, "yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture).ToUnixTimeMilliseconds();

    [GeneratedRegex(@"^SELECT \* FROM (cmis:document|[a-z]+:[A-Za-z]+)( WHERE cmis:lastModificationDate >= TIMESTAMP '(?<at>[^']+)')? ORDER BY cmis:lastModificationDate( ASC)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Select();
}
