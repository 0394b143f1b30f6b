using IntegrationHub.Mdm.Matching;

namespace IntegrationHub.Tests.Benchmarks.Accuracy;

/// <summary>The most frequent kinds of wrong pairs, by evidence.</summary>
internal static class WrongPairs
{
    public static void Print(DataSet data, MatchModel model, Partition partition, int count)
    {
        if (count == 0)
        {
            return;
        }

        var wrong = partition.Clusters.SelectMany(Pairs).Where(p => data.Truth[p.A] != data.Truth[p.B]).ToList();
        Show(data, model, "linked wrongly", wrong, count);
        var together = partition.Clusters.SelectMany((c, i) => c.Select(r => (r, i))).ToDictionary(p => p.r, p => p.i);
        var missed = data.Truth.GroupBy(t => t.Value).SelectMany(g => Pairs([.. g.Select(t => t.Key)])).Where(p => together[p.A] != together[p.B]).ToList();
        var stored = partition.Pairs.Select(p => (Math.Min(p.A, p.B), Math.Max(p.A, p.B))).ToHashSet();
        Show(data, model, "missed, not met or below review", [.. missed.Where(p => !stored.Contains(p))], count);
        Show(data, model, "missed, in review or guarded", [.. missed.Where(stored.Contains)], count);
        Show(data, model, "queue, not the same", [.. partition.Doubts.Where(d => d.B is int b && data.Truth[d.A] != data.Truth[b]).Select(d => (d.A, d.B!.Value))], count);
    }

    private static IEnumerable<(int A, int B)> Pairs(int[] cluster)
    {
        var sorted = cluster.Order().ToArray();
        return sorted.SelectMany((a, i) => sorted.Skip(i + 1).Select(b => (a, b)));
    }

    private static void Show(DataSet data, MatchModel model, string title, IReadOnlyList<(int A, int B)> pairs, int count)
    {
        Console.WriteLine($"  -- {title}: {pairs.Count}");
        var kinds = pairs.Take(20000).Select(p => (Pair: p, Evidence: model.Explain(data.Records[p.A], data.Records[p.B])))
            .GroupBy(p => string.Join(" ", p.Evidence.Lines.Select(l => l.Level)) + (p.Evidence.Vetoes.Count > 0 ? " !" + string.Join(",", p.Evidence.Vetoes) : ""))
            .OrderByDescending(g => g.Count()).Take(count);
        foreach (var kind in kinds)
        {
            var (pair, evidence) = kind.First();
            Console.WriteLine($"  {kind.Count(),6} {kind.Average(k => k.Evidence.Weight) / 1000,6:F1} bits: {kind.Key}");
            Console.WriteLine($"           {string.Join("|", data.Records[pair.A].Values.Select(v => string.Join(" ", v)))}");
            Console.WriteLine($"           {string.Join("|", data.Records[pair.B].Values.Select(v => string.Join(" ", v)))}  {evidence.Weight / 1000.0:F1}");
        }
    }
}
