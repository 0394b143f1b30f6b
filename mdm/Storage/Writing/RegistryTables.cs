using static IntegrationHub.Mdm.Storage.Writing.BulkKind;

namespace IntegrationHub.Mdm.Storage.Writing;

/// <summary>The hot tables with their columns; a test compares them with the model.</summary>
internal static class RegistryTables
{
    private static readonly BulkColumn[] VersionColumns =
    [
        new("record_id", Integer), new("revision", Integer), new("version_number", Integer), new("version_text", Text), new("content_hash", Bytes),
        new("deleted", Integer), new("changed_at", Integer), new("received_at", Integer), new("body", Bytes),
    ];

    public static BulkTable Connections { get; } = new("connections", new("id", Integer), new("name", Text), new("live_records", Integer));

    public static BulkTable Records { get; } = new("records", [.. VersionColumns[..1], new("connection", Integer), new("key_hash", Bytes), new("key", Text), .. VersionColumns[1..]]);

    /// <summary>What of a record goes into its history.</summary>
    public static BulkTable RecordVersions { get; } = new("record_versions", VersionColumns);

    public static BulkTable Parts { get; } = new(
        "parts", new("part_id", Integer), new("record_id", Integer), new("connection", Integer), new("key", Text), new("part", Text), new("golden", Integer),
        new("last_golden", Integer), new("matchable", Integer), new("changed_at", Integer), new("citizen", Bytes));

    public static BulkTable Linked { get; } = new("linked", new("record_id", Integer), new("body", Bytes));

    public static BulkTable Pairs { get; } = new(
        "pairs", new("younger", Integer), new("older", Integer), new("swapped", Integer), new("weight", Integer), new("pattern", Integer), new("vetoed", Integer));

    public static BulkTable Goldens { get; } = new(
        "goldens", new("golden", Integer), new("row", Integer), new("state", Integer), new("last_change", Integer), new("connections", Integer));

    public static BulkTable GoldenVersions { get; } = new(
        "golden_versions", new("row", Integer), new("golden", Integer), new("version", Integer), new("state", Integer), new("merged_into", Integer),
        new("created_at", Integer), new("updated_at", Integer), new("previous", Integer), new("terms", Bytes), new("overrides", Bytes),
        new("members", Bytes), new("provenance", Bytes), new("citizen", Bytes));

    public static BulkTable GoldenNames { get; } = new(
        "golden_names", new("name", Integer), new("golden", Integer), new("given", Integer), new("birth", Integer), new("commune", Integer));

    public static BulkTable GoldenKeys { get; } = new("golden_keys", new("hash", Integer), new("golden", Integer));

    public static BulkTable Retired { get; } = new("retired", new("merged_into", Integer), new("golden", Integer));

    public static BulkTable Changes { get; } = new(
        "changes", new("sequence", Integer), new("kind", Integer), new("golden", Integer), new("version", Integer), new("at", Integer),
        new("attributes", Text), new("reason", Text), new("touched", Bytes), new("previous", Integer));

    public static BulkTable ChangeTouches { get; } = new("change_touches", new("golden", Integer), new("sequence", Integer));

    public static BulkTable Reviews { get; } = new(
        "reviews", new("task_id", Integer), new("a_connection", Text), new("a_key", Text), new("a_part", Text), new("part_a", Integer),
        new("b_connection", Text), new("b_key", Text), new("b_part", Text), new("part_b", Integer), new("weight", Integer), new("pattern", Integer),
        new("reason", Integer), new("state", Integer), new("opened_at", Integer), new("closed_at", Integer), new("decision_id", Integer), new("assignee", Text));

    public static BulkTable Decisions { get; } = new(
        "decisions", new("decision_id", Integer), new("a_connection", Text), new("a_key", Text), new("a_part", Text), new("a_hash", Bytes),
        new("b_connection", Text), new("b_key", Text), new("b_part", Text), new("b_hash", Bytes), new("same", Integer), new("by", Text), new("at", Integer),
        new("reason", Text), new("action", Integer), new("golden_a", Integer), new("golden_b", Integer), new("withdrawn_by", Text), new("withdrawn_at", Integer));

    public static BulkTable Quarantine { get; } = new(
        "quarantine", new("number", Integer), new("id", Bytes), new("connection", Integer), new("key_hash", Bytes), new("key", Text),
        new("version_number", Integer), new("version_text", Text), new("changed_at", Integer), new("position", Text),
        new("code", Text), new("parsed", Integer), new("run_id", Text), new("at", Integer), new("expires_at", Integer), new("expired", Integer), new("replayed_at", Integer), new("body", Bytes));

    public static BulkTable RunPages { get; } = new("run_pages", new("run_id", Text), new("page", Integer), new("connection", Integer), new("body", Bytes));

    public static BulkTable Suppressions { get; } = new("suppressions", new BulkColumn("hash", Bytes));

    /// <summary>A part that goes to another golden record.</summary>
    public static BulkTable MovedParts { get; } = new("parts", new("part_id", Integer), new("golden", Integer));

    /// <summary>A record seen again at a later version.</summary>
    public static BulkTable ReseenRecords { get; } = new("records", new("record_id", Integer), new("version_number", Integer), new("version_text", Text));

    public static IReadOnlyList<BulkTable> All { get; } =
    [
        Connections, Records, RecordVersions, Parts, Linked, Pairs, Goldens, GoldenVersions, GoldenNames, GoldenKeys, Retired, Changes, ChangeTouches,
        Reviews, Decisions, Quarantine, RunPages, Suppressions,
    ];
}
