namespace IntegrationHub.Mdm.Storage.Providers.Sqlite;

/// <summary>How to read a finished registry's tables in the order their rows were committed, where that is not the order of the primary key: what a replay yardstick needs.</summary>
public static class SqliteCommitOrder
{
    /// <summary>SQL that follows <c>SELECT t.* FROM table t</c>, by table.</summary>
    public static IReadOnlyDictionary<string, string> ByTable { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["goldens"] = "ORDER BY t.row",
        ["golden_names"] = "JOIN goldens g ON g.golden = t.golden ORDER BY g.row, t.name",
        ["golden_keys"] = "JOIN goldens g ON g.golden = t.golden ORDER BY g.row, t.hash",
        ["change_touches"] = "ORDER BY t.sequence",
    };
}
