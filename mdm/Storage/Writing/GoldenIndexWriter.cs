namespace IntegrationHub.Mdm.Storage.Writing;

/// <summary>The narrow rows of golden ids and the rows they are found by: only what differs from the database is written.</summary>
internal static class GoldenIndexWriter
{
    public static void Write(BulkWriter bulk, IReadOnlyCollection<GoldenHead> heads)
    {
        // In key order, a page's rows share leaves of the trees they go to.
        var ordered = heads.Where(head => head.Row is not null).OrderBy(head => head.Golden).ToList();
        bulk.Delete(RegistryTables.Goldens.Name, "golden", [.. ordered.Where(head => head.Stored is not null).Select(head => head.Golden)]);
        Rows(bulk, RegistryTables.Goldens, ordered.Select(head => new long?[] { head.Golden, head.Row, head.State, head.LastChange, head.Connections }));
        WriteNames(bulk, ordered);
        var keysBefore = Pairs(ordered, head => head.Stored?.Terms.Keys);
        var keysAfter = Pairs(ordered, head => head.Terms.Keys);
        bulk.Delete(RegistryTables.GoldenKeys.Name, "hash", "golden", [.. keysBefore.Except(keysAfter)]);
        Rows(bulk, RegistryTables.GoldenKeys, keysAfter.Except(keysBefore).Order().Select(key => new long?[] { key.First, key.Golden }));
        WriteRetired(bulk, ordered);
    }

    private static void WriteNames(BulkWriter bulk, List<GoldenHead> heads)
    {
        var changed = heads.Where(head => head.Stored is null || !SameNames(head)).ToList();
        bulk.Delete(RegistryTables.GoldenNames.Name, "name", "golden", [.. Pairs(changed, head => head.Stored?.Terms.Names)]);
        var rows = changed.SelectMany(head => head.Terms.Names.Select(name => (Name: name, Head: head))).OrderBy(row => (row.Name, row.Head.Golden));
        Rows(bulk, RegistryTables.GoldenNames, rows.Select(row => new long?[] { row.Name, row.Head.Golden, row.Head.Terms.Given, row.Head.Terms.Birth, row.Head.Terms.Commune }));
    }

    private static void WriteRetired(BulkWriter bulk, List<GoldenHead> heads)
    {
        var changed = heads.Where(head => head.MergedInto != head.Stored?.MergedInto).ToList();
        bulk.Delete(RegistryTables.Retired.Name, "merged_into", "golden", [.. changed.Where(head => head.Stored?.MergedInto is not null).Select(head => (head.Stored!.MergedInto!.Value, head.Golden))]);
        Rows(bulk, RegistryTables.Retired, changed.Where(head => head.MergedInto is not null).Select(head => new[] { head.MergedInto, head.Golden }));
    }

    private static bool SameNames(GoldenHead head)
    {
        var (before, after) = (head.Stored!.Terms, head.Terms);
        return before.Given == after.Given && before.Birth == after.Birth && before.Commune == after.Commune && before.Names.SequenceEqual(after.Names);
    }

    private static HashSet<(long First, long Golden)> Pairs(List<GoldenHead> heads, Func<GoldenHead, IReadOnlyList<long>?> numbers) =>
        [.. heads.SelectMany(head => (numbers(head) ?? []).Select(number => (number, head.Golden)))];

    private static void Rows(BulkWriter bulk, BulkTable table, IEnumerable<long?[]> rows)
    {
        bulk.Begin(table);
        foreach (var row in rows)
        {
            foreach (var value in row)
            {
                bulk.Integer(value);
            }

            bulk.EndRow();
        }

        bulk.End();
    }
}
