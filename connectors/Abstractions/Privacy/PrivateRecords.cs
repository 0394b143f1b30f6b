namespace IntegrationHub.Connectors.Abstractions.Privacy;

/// <summary>Takes the forbidden fields out of records before anyone else sees them.</summary>
internal static class PrivateRecords
{
    /// <summary>The cleaned record, no longer proven; or null and a reject when its body cannot be read, so that its forbidden fields cannot be found.</summary>
    public static SourceRecord? Clean(SourceRecord record, ForbiddenFields forbidden, out RejectedRecord? rejected)
    {
        rejected = null;
        if (record.Proven)
        {
            record = record with { Proven = false };
        }

        if (record.Body.IsEmpty)
        {
            return record;
        }

        if (!IsJson(record.MediaType))
        {
            rejected = new RejectedRecord($"record {record.Key}", "body.media-type", forbidden.Mask(record.Body));
            return null;
        }

        if (!forbidden.TryClear(record.Content, out var body))
        {
            rejected = new RejectedRecord($"record {record.Key}", "body.not-json", forbidden.Mask(record.Body));
            return null;
        }

        return body.Json.Equals(record.Body) ? record : record with { Content = body };
    }

    public static RejectedRecord Clean(RejectedRecord rejected, ForbiddenFields forbidden)
    {
        var raw = forbidden.Mask(rejected.Raw);
        return raw.Equals(rejected.Raw) ? rejected : rejected with { Raw = raw };
    }

    public static (IReadOnlyList<SourceRecord> Records, IReadOnlyList<RejectedRecord> Rejected) Clean(
        IReadOnlyList<SourceRecord> records, IReadOnlyList<RejectedRecord> rejected, ForbiddenFields forbidden)
    {
        var kept = new List<SourceRecord>(records.Count);
        var refused = rejected.Select(reject => Clean(reject, forbidden)).ToList();
        foreach (var record in records)
        {
            if (Clean(record, forbidden, out var reject) is { } clean)
            {
                kept.Add(clean);
            }
            else
            {
                refused.Add(reject!);
            }
        }

        return (kept, refused);
    }

    private static bool IsJson(string mediaType) =>
        mediaType.StartsWith("application/json", StringComparison.Ordinal) || mediaType.EndsWith("+json", StringComparison.Ordinal);
}
