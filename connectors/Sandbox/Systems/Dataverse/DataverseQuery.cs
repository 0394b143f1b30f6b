using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace IntegrationHub.Connectors.Sandbox.Systems.Dataverse;

/// <summary>The part of OData's query options that connectors use: <c>$select</c>, and <c>$filter</c> with comparisons joined by <c>and</c>.</summary>
internal static partial class DataverseQuery
{
    public static DataverseReply? JudgeSelect(DataverseCall call, DataverseColumns columns) =>
        Selected(call)?.FirstOrDefault(name => !columns.Knows(name)) is { } unknown ? DataverseErrors.Unknown(unknown) : null;

    /// <summary>A row as it is answered: the selected columns, null where nothing is filled in, always with its id and etag.</summary>
    public static JsonObject Show(DataverseRow row, DataverseCall call, DataverseColumns columns)
    {
        var shown = new JsonObject { ["@odata.etag"] = row.Etag };
        foreach (var name in (Selected(call) ?? columns.Names).Append("contactid").Distinct())
        {
            shown[name] = name == "versionnumber" ? row.Version : row.Columns[name]?.DeepClone();
        }

        return shown;
    }

    /// <returns>Null when a comparison cannot be read.</returns>
    public static Func<DataverseRow, bool>? Filter(string? text)
    {
        var tests = new List<Func<DataverseRow, bool>>();
        foreach (var part in text is null ? [] : And().Split(text))
        {
            if (Comparison().Match(part.Trim()) is not { Success: true } match)
            {
                return null;
            }

            var (column, op, value) = (match.Groups["column"].Value, match.Groups["op"].Value, match.Groups["value"].Value);
            var wanted = value == "null" ? null : value.StartsWith('\'') ? value[1..^1].Replace("''", "'", StringComparison.Ordinal) : value;
            tests.Add(row => Test(row.Text(column), op, wanted));
        }

        return row => tests.TrueForAll(test => test(row));
    }

    private static bool Test(string? held, string op, string? wanted)
    {
        var order = decimal.TryParse(held, CultureInfo.InvariantCulture, out var a) && decimal.TryParse(wanted, CultureInfo.InvariantCulture, out var b)
            ? a.CompareTo(b) : string.Compare(held, wanted, StringComparison.OrdinalIgnoreCase);
        return op switch
        {
            "eq" => order == 0,
            "ne" => order != 0,
            _ when held is null => false,
            "gt" => order > 0,
            "ge" => order >= 0,
            "lt" => order < 0,
            _ => order <= 0,
        };
    }

    private static string[]? Selected(DataverseCall call) =>
        call.Query.TryGetValue("$select", out var select) && select.Length > 0 ? select.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : null;

    [GeneratedRegex(" and ", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex And();

    [GeneratedRegex("^(?<column>[a-z_0-9]+) (?<op>eq|ne|gt|ge|lt|le) (?<value>'([^']|'')*'|[^' ]+)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Comparison();
}
