using System.Globalization;
using System.Text;
using System.Text.Json;
using IntegrationHub.Connectors.Abstractions;

namespace IntegrationHub.Connectors.Crm.Dataverse;

/// <summary>One answer of a tracked read.</summary>
/// <param name="Records">Rows, then tombstones.</param>
/// <param name="Next">The next page's link; null at the end.</param>
/// <param name="Delta">The link to come back with; at the end only.</param>
/// <param name="High">The highest row version so far.</param>
internal sealed record DataversePage(IReadOnlyList<SourceRecord> Records, string? Next, string? Delta, long High)
{
    /// <exception cref="KeyNotFoundException">It is no answer of this interface.</exception>
    /// <exception cref="FormatException">A row's etag is none.</exception>
    public static DataversePage Read(JsonElement answer, string id, long high)
    {
        var records = new List<SourceRecord>();
        foreach (var row in answer.GetProperty("value").EnumerateArray())
        {
            if (row.TryGetProperty("reason", out _) && !row.TryGetProperty("@odata.etag", out _))
            {
                // A key that comes back later has a higher version; the row as it was has at most this one.
                records.Add(new SourceRecord { Key = row.GetProperty("id").GetString()!, Version = new RecordVersion(high, "deleted"), Deleted = true });
                continue;
            }

            var version = Version(row.GetProperty("@odata.etag").GetString());
            high = Math.Max(high, version);
            records.Add(new SourceRecord
            {
                Key = row.GetProperty(id).GetString()!,
                Version = new RecordVersion(version),
                ChangedAt = Instant(row),
                Body = Encoding.UTF8.GetBytes(row.GetRawText()),
            });
        }

        return new DataversePage(records, Link(answer, "@odata.nextLink"), Link(answer, "@odata.deltaLink"), high);
    }

    // W/"915244"
    private static long Version(string? etag) => long.Parse(etag.AsSpan().Trim("W/\""), NumberStyles.None, CultureInfo.InvariantCulture);

    private static DateTimeOffset? Instant(JsonElement row) => row.TryGetProperty("modifiedon", out var changed) && changed.ValueKind == JsonValueKind.String
        && changed.TryGetDateTimeOffset(out var at) ? at : null;

    private static string? Link(JsonElement answer, string name) => answer.TryGetProperty(name, out var link) ? link.GetString() : null;
}
