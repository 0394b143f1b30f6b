using IntegrationHub.Mdm.Matching;

namespace IntegrationHub.Mdm.Registry.Reevaluating;

/// <summary>All live parts matched anew under one model, on an index of their own: nothing of what is in force changes.</summary>
internal static class Evaluation
{
    private const int PageSize = 5000;

    public static Partition Of(
        MatchModel model, IEnumerable<(int PartId, MatchRecord Record)> parts, IReadOnlyList<PairDecision> decisions, CancellationToken cancellationToken)
    {
        using var index = new MatchIndex(model);
        var partition = new Partition();
        var pending = decisions;
        foreach (var page in parts.Chunk(PageSize))
        {
            using var overlay = index.Begin();
            foreach (var decision in pending)
            {
                overlay.Decide(decision);
            }

            pending = [];
            foreach (var (part, record) in page)
            {
                overlay.Put(part, record);
            }

            partition.Apply(overlay.Resolve(cancellationToken), []);
            overlay.Fold();
        }

        return partition;
    }

    /// <summary>The partition as one resolution gives it: clusters that doubts connect stand in one component. By smallest part id, so that the same parts give the same order.</summary>
    public static IReadOnlyList<ResolvedComponent> Components(Partition partition)
    {
        var clusters = partition.Clusters.ToList();
        var numberOf = new Dictionary<int, int>();
        for (var i = 0; i < clusters.Count; i++)
        {
            foreach (var part in clusters[i])
            {
                numberOf.Add(part, i);
            }
        }

        var root = Enumerable.Range(0, clusters.Count).ToArray();
        var doubts = partition.Doubts.ToList();
        foreach (var doubt in doubts.Where(doubt => doubt.B is not null))
        {
            var (a, b) = (Find(root, numberOf[doubt.A]), Find(root, numberOf[doubt.B!.Value]));
            root[Math.Max(a, b)] = Math.Min(a, b);
        }

        var doubtsOf = doubts.ToLookup(doubt => Find(root, numberOf[doubt.A]));
        return [.. Enumerable.Range(0, clusters.Count).GroupBy(i => Find(root, i))
            .Select(group => new ResolvedComponent([.. group.Select(i => clusters[i])], [.. doubtsOf[group.Key]]))];
    }

    private static int Find(int[] root, int i)
    {
        while (root[i] != i)
        {
            i = root[i] = root[root[i]];
        }

        return i;
    }
}
