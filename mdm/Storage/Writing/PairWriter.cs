namespace IntegrationHub.Mdm.Storage.Writing;

/// <summary>Scored pairs, under the younger part first: a page's new pairs then stand together at the table's end.</summary>
internal static class PairWriter
{
    public static void Write(PageScope page)
    {
        var (commit, bulk) = (page.Commit, page.Bulk);
        bulk.Delete(RegistryTables.Pairs.Name, "younger", "older", [.. commit.PairsRemoved.Select(pair => KeyOf(pair.A, pair.B))]);
        if (commit.PairsAdded.Count == 0)
        {
            return;
        }

        // A pair of two old parts may be there already, scored before.
        bulk.Delete(RegistryTables.Pairs.Name, "younger", "older", [.. commit.PairsAdded.Select(pair => KeyOf(pair.A, pair.B)).Where(key => key.Younger <= page.Before.LastPart)]);
        bulk.Begin(RegistryTables.Pairs);
        foreach (var pair in commit.PairsAdded)
        {
            bulk.Integer(Math.Max(pair.A, pair.B));
            bulk.Integer(Math.Min(pair.A, pair.B));
            bulk.Integer(pair.A > pair.B ? 1 : 0);
            bulk.Integer(pair.Weight);
            bulk.Integer(unchecked((long)pair.Pattern));
            bulk.Integer(pair.Vetoed ? 1 : 0);
            bulk.EndRow();
        }

        bulk.End();
    }

    private static (long Younger, long Older) KeyOf(int a, int b) => (Math.Max(a, b), Math.Min(a, b));
}
