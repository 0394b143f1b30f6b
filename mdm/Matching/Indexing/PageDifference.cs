namespace IntegrationHub.Mdm.Matching.Indexing;

/// <summary>Which stored pairs a solved page adds, changes and removes.</summary>
internal sealed class PageDifference(MatchIndex index, Page page)
{
    public (IReadOnlyList<ScoredPair> Added, IReadOnlyList<(int A, int B)> Removed) Find()
    {
        var now = new Dictionary<(int, int), ScoredPair>();
        for (var i = 0; i < page.Entries.Length; i++)
        {
            foreach (var edge in page.Entries[i].Edges)
            {
                if (edge.Other >= 0 || ~edge.Other < i)
                {
                    Keep(now, Stored(~i, edge));
                }
            }
        }

        foreach (var (a, edge) in page.Bound)
        {
            Keep(now, Stored(a, edge));
        }

        var removed = new List<(int A, int B)>();
        foreach (var slot in page.Hidden)
        {
            foreach (var edge in index.Slots.Edges(slot))
            {
                if (page.Hidden.Contains(edge.Other) && edge.Other < slot)
                {
                    continue;
                }

                var before = Stored(slot, edge);
                var known = now.TryGetValue(Id(before), out var after);
                if (known && after == before)
                {
                    now.Remove(Id(before));
                }
                else if (!known || after.A != before.A)
                {
                    removed.Add((before.A, before.B));
                }
            }
        }

        foreach (var (a, b) in page.Dropped)
        {
            var pair = Stored(a, new Edge(b, 0, 0));
            removed.Add((pair.A, pair.B));
        }

        removed.Sort();
        return ([.. now.Values.OrderBy(p => p.A).ThenBy(p => p.B)], removed);
    }

    private static void Keep(Dictionary<(int, int), ScoredPair> pairs, ScoredPair pair) => pairs[Id(pair)] = pair;

    private static (int, int) Id(in ScoredPair pair) => (Math.Min(pair.A, pair.B), Math.Max(pair.A, pair.B));

    private ScoredPair Stored(int handle, Edge edge)
    {
        var (a, b) = page.Key(handle).CompareTo(page.Key(edge.Other)) < 0 ? (handle, edge.Other) : (edge.Other, handle);
        return new ScoredPair(page.Part(a), page.Part(b), edge.Weight, edge.Pattern, edge.Vetoed);
    }
}
