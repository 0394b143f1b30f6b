namespace IntegrationHub.Mdm.Storage.Writing;

/// <summary>The narrow rows of golden ids and the rows they are found by: only what differs from the database is written.</summary>
internal static class GoldenIndexWriter
{
    public static void Write(BulkWriter bulk, IReadOnlyCollection<GoldenHead> heads)
    {
        // In key order, a page's rows share leaves of the trees they go to.
        var ordered = heads.Where(head => head.Row is not null).OrderBy(head => head.Golden).ToList();
        WriteGoldens(bulk, ordered);
        WriteNames(bulk, ordered);
        WriteKeys(bulk, ordered);
        WriteRetired(bulk, ordered);
    }

    private static void WriteGoldens(BulkWriter bulk, List<GoldenHead> heads)
    {
        bulk.Delete(RegistryTables.Goldens.Name, "golden", [.. heads.Where(head => head.Stored is not null).Select(head => head.Golden)]);
        bulk.Begin(RegistryTables.Goldens);
        foreach (var head in heads)
        {
            bulk.Integer(head.Golden);
            bulk.Integer(head.Row);
            bulk.Integer(head.State);
            bulk.Integer(head.LastChange);
            bulk.Integer(head.Connections);
            bulk.EndRow();
        }

        bulk.End();
    }

    private static void WriteNames(BulkWriter bulk, List<GoldenHead> heads)
    {
        var (gone, rows) = (new List<(long First, long Second)>(), new List<(long Name, long Golden, GoldenHead Head)>());
        foreach (var head in heads)
        {
            if (head.Stored is { } stored)
            {
                if (SameNames(stored.Terms, head.Terms))
                {
                    continue;
                }

                Add(gone, stored.Terms.Names, head.Golden);
            }

            for (var i = 0; i < head.Terms.Names.Count; i++)
            {
                rows.Add((head.Terms.Names[i], head.Golden, head));
            }
        }

        bulk.Delete(RegistryTables.GoldenNames.Name, "name", "golden", gone);
        rows.Sort(static (a, b) => (a.Name, a.Golden).CompareTo((b.Name, b.Golden)));
        bulk.Begin(RegistryTables.GoldenNames);
        foreach (var (name, golden, head) in rows)
        {
            bulk.Integer(name);
            bulk.Integer(golden);
            bulk.Integer(head.Terms.Given);
            bulk.Integer(head.Terms.Birth);
            bulk.Integer(head.Terms.Commune);
            bulk.EndRow();
        }

        bulk.End();
    }

    private static void WriteKeys(BulkWriter bulk, List<GoldenHead> heads)
    {
        var (gone, rows) = (new List<(long First, long Second)>(), new List<(long First, long Second)>());
        foreach (var head in heads)
        {
            var (before, after) = (head.Stored?.Terms.Keys ?? [], head.Terms.Keys);
            Add(gone, before.Count == 0 ? before : [.. before.Except(after)], head.Golden);
            Add(rows, before.Count == 0 ? after : [.. after.Except(before)], head.Golden);
        }

        bulk.Delete(RegistryTables.GoldenKeys.Name, "hash", "golden", gone);
        rows.Sort();
        bulk.Begin(RegistryTables.GoldenKeys);
        foreach (var (hash, golden) in rows)
        {
            bulk.Integer(hash);
            bulk.Integer(golden);
            bulk.EndRow();
        }

        bulk.End();
    }

    private static void WriteRetired(BulkWriter bulk, List<GoldenHead> heads)
    {
        var changed = heads.Where(head => head.MergedInto != head.Stored?.MergedInto).ToList();
        bulk.Delete(RegistryTables.Retired.Name, "merged_into", "golden", [.. changed.Where(head => head.Stored?.MergedInto is not null).Select(head => (head.Stored!.MergedInto!.Value, head.Golden))]);
        bulk.Begin(RegistryTables.Retired);
        foreach (var head in changed.Where(head => head.MergedInto is not null))
        {
            bulk.Integer(head.MergedInto);
            bulk.Integer(head.Golden);
            bulk.EndRow();
        }

        bulk.End();
    }

    private static void Add(List<(long First, long Second)> pairs, IReadOnlyList<long> numbers, long golden)
    {
        for (var i = 0; i < numbers.Count; i++)
        {
            pairs.Add((numbers[i], golden));
        }
    }

    private static bool SameNames(Searching.SearchTerms before, Searching.SearchTerms after) =>
        before.Given == after.Given && before.Birth == after.Birth && before.Commune == after.Commune && before.Names.SequenceEqual(after.Names);
}
