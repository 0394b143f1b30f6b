using System.Globalization;
using System.Text.Json;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Host.Cli;

namespace IntegrationHub.Host.Linkage;

/// <summary>A whole file in memory for a one-shot: its rows in file order, its columns, and what could not be read.</summary>
/// <param name="Rows">Good rows.</param>
/// <param name="Columns">In the order they first occur.</param>
/// <param name="Rejected">Kept by place and code.</param>
public sealed record FileRows(IReadOnlyList<SourceRecord> Rows, IReadOnlyList<string> Columns, IReadOnlyList<RejectedRecord> Rejected)
{
    /// <exception cref="UsageException">There is no row to work with.</exception>
    public void RequireAny(string path, Terminal terminal)
    {
        if (Rows.Count == 0)
        {
            Rejections.Say(Rejected, terminal);
            throw new UsageException(terminal.Words[Rejected.Count > 0 ? "file.none-readable" : "file.empty", path]);
        }
    }

    /// <summary>The line a row stands on in its file, from 1.</summary>
    public static long Line(SourceRecord row) => long.Parse(row.Version.Text, CultureInfo.InvariantCulture);

    /// <summary>A row's columns as text; nested values of JSON lines as JSON.</summary>
    public static Dictionary<string, string> Values(SourceRecord row)
    {
        using var json = JsonDocument.Parse(row.Body);
        return json.RootElement.EnumerateObject().ToDictionary(
            column => column.Name,
            column => column.Value.ValueKind == JsonValueKind.String ? column.Value.GetString()! : column.Value.GetRawText(),
            StringComparer.Ordinal);
    }
}
