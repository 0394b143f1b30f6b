namespace IntegrationHub.Host.Linkage;

/// <summary>Finds the columns that name a record rather than a person: published files leak their truth in them.</summary>
public static class RecordIds
{
    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
        { "id", "rec_id", "record_id", "unique_id", "row_id", "rowid", "source_row", "uuid", "guid", "cluster", "cluster_id", "ent_id", "entity_id", "group" };

    /// <summary>Whether a column's name says that it is a record's or cluster's id.</summary>
    public static bool IsOne(string column) => Names.Contains(column.Trim());

    /// <summary>The named columns, and those whose name says that they are a record's or cluster's id.</summary>
    public static HashSet<string> Hidden(FileRows rows, IEnumerable<string> named)
    {
        var hidden = named.ToHashSet(StringComparer.Ordinal);
        hidden.UnionWith(rows.Columns.Where(column => Names.Contains(column.Trim())));
        return hidden;
    }
}
