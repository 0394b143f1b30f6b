using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using IntegrationHub.Connectors.Sandbox.Serving;

namespace IntegrationHub.Connectors.Sandbox.Systems.Ged;

/// <summary>The part of Alfresco's full text search (AFTS) that connectors use: TYPE, ASPECT and a range of cm:modified joined by AND, sorted by cm:modified.</summary>
internal static partial class AlfrescoSearch
{
    /// <returns>Null when the query cannot be read.</returns>
    public static IReadOnlyList<JsonObject>? Find(JsonObject request, IReadOnlyList<SandboxRow> rows)
    {
        if (request["query"]?["query"]?.ToString() is not { } query || (request["query"]?["language"]?.ToString() ?? "afts") != "afts")
        {
            return null;
        }

        var tests = new List<Func<SandboxRow, bool>>();
        foreach (var part in And().Split(query))
        {
            if (Term().Match(part.Trim()) is not { Success: true } match)
            {
                return null;
            }

            tests.Add(match.Groups["from"].Success ? Modified(match) : _ => match.Groups["kind"].Value == "ASPECT" ? match.Groups["name"].Value is "gru:usager" or "cm:titled" : match.Groups["name"].Value is "cm:content" or "cm:cmobject");
        }

        var include = request["include"]?.AsArray().Select(name => name!.ToString()).ToHashSet() ?? [];
        var found = rows.Where(row => tests.TrueForAll(test => test(row)));
        if (request["sort"]?[0]?["ascending"]?.GetValue<bool>() == false)
        {
            found = found.Reverse();
        }

        return [.. found.Select(row => Show(row, include))];
    }

    private static Func<SandboxRow, bool> Modified(Match match)
    {
        var from = Instant(match.Groups["from"].Value, DateTimeOffset.MinValue);
        var to = Instant(match.Groups["to"].Value, DateTimeOffset.MaxValue);
        return row => row.ChangedAt >= from && row.ChangedAt <= to;
    }

    private static DateTimeOffset Instant(string text, DateTimeOffset open) =>
        text is "MIN" or "MAX" ? open : DateTimeOffset.Parse(text.Trim('\''), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static JsonObject Show(SandboxRow row, HashSet<string> include)
    {
        var node = JsonNode.Parse(row.Body.Span)!.AsObject();
        foreach (var optional in (string[])["properties", "aspectNames"])
        {
            if (!include.Contains(optional))
            {
                node.Remove(optional);
            }
        }

        node["location"] = "nodes";
        node["search"] = new JsonObject { ["score"] = 1.0 };
        return node;
    }

    [GeneratedRegex(@"\s+AND\s+", RegexOptions.None, 1000)]
    private static partial Regex And();

    [GeneratedRegex("""^((?<kind>TYPE|ASPECT):"(?<name>[^"]+)"|cm:modified:\[(?<from>'[^']+'|MIN) TO (?<to>'[^']+'|MAX)\])$""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Term();
}
