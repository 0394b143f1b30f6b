namespace IntegrationHub.Mdm.Matching;

/// <summary>How good a partition is against the truth, over pairs of records and over whole clusters.</summary>
/// <param name="Pairwise">Pairs of records in one cluster.</param>
/// <param name="Cluster">Clusters found exactly, record for record; single records count.</param>
public sealed record ClusterMetrics(PairScores Pairwise, PairScores Cluster)
{
    /// <summary>Measures a partition.</summary>
    /// <param name="clusters">Every record in exactly one.</param>
    /// <param name="truth">The entity of each record.</param>
    public static ClusterMetrics Measure<TEntity>(IEnumerable<IReadOnlyList<int>> clusters, IReadOnlyDictionary<int, TEntity> truth)
        where TEntity : notnull
    {
        var sizes = truth.Values.GroupBy(e => e).ToDictionary(g => g.Key, g => g.LongCount());
        long right = 0, claimed = 0, exact = 0, count = 0;
        foreach (var cluster in clusters)
        {
            count++;
            claimed += Pairs(cluster.Count);
            var entities = cluster.GroupBy(r => truth[r]).Select(g => (g.Key, Count: g.LongCount())).ToList();
            right += entities.Sum(e => Pairs(e.Count));
            exact += entities.Count == 1 && sizes[entities[0].Key] == entities[0].Count ? 1 : 0;
        }

        return new ClusterMetrics(PairScores.Of(right, claimed, sizes.Values.Sum(Pairs)), PairScores.Of(exact, count, sizes.Count));
    }

    /// <summary>The same after a steward answered every doubt rightly: clusters of one entity joined, no cluster cut.</summary>
    public static ClusterMetrics MeasureReviewed<TEntity>(IEnumerable<IReadOnlyList<int>> clusters, IEnumerable<Doubt> doubts, IReadOnlyDictionary<int, TEntity> truth)
        where TEntity : notnull
    {
        var groups = clusters.Select(c => c.ToList()).ToList();
        var groupOf = groups.SelectMany((g, i) => g.Select(r => (r, i))).ToDictionary(p => p.r, p => p.i);
        foreach (var doubt in doubts)
        {
            if (doubt.B is int b && truth[doubt.A].Equals(truth[b]) && groupOf[doubt.A] is var x && groupOf[b] is var y && x != y)
            {
                foreach (var record in groups[y])
                {
                    groupOf[record] = x;
                }

                groups[x].AddRange(groups[y]);
                groups[y].Clear();
            }
        }

        return Measure(groups.Where(g => g.Count > 0), truth);
    }

    private static long Pairs(long records) => records * (records - 1) / 2;
}
