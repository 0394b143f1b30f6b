using IntegrationHub.Mdm.Matching.Comparing;

namespace IntegrationHub.Mdm.Matching.Clustering;

/// <summary>What the other groups that a group might belong to take from a join: a record that fits six people who exclude each other is none of them yet.</summary>
internal sealed class Rivals(Groups groups, Neighbours edges)
{
    /// <summary>Neighbouring groups looked at, the heaviest; what stands behind them changes little.</summary>
    private const int Most = 12;

    /// <summary>Weight of a join less log2(1 + sum of 2^weight over the rivals), in thousandths of a bit.</summary>
    /// <param name="link">The pair that speaks for the join.</param>
    /// <param name="x">One group.</param>
    /// <param name="y">The other.</param>
    /// <param name="together">Rivals that both groups fit count only by what one group fits better: whose they are may stay open, they are one.</param>
    public int Odds(in Link link, int x, int y, bool together = false) => link.Weight - Math.Max(Cost(x, y, together), Cost(y, x, together));

    private int Cost(int side, int opposite, bool together)
    {
        var near = Near(side, opposite);
        var worst = Sum(near, opposite);
        var against = together && near.Count > 1 ? Alone(near, Near(opposite, side)) : near;
        foreach (var (group, _) in near)
        {
            worst = Math.Max(worst, Sum(against, group));
        }

        return worst;
    }

    /// <summary>What a side has with its neighbours beyond what the opposite side has with them.</summary>
    private static List<(int Group, int Weight)> Alone(List<(int Group, int Weight)> near, List<(int Group, int Weight)> opposite)
    {
        var alone = new List<(int Group, int Weight)>(near.Count);
        foreach (var (group, weight) in near)
        {
            var shared = 0;
            foreach (var (other, also) in opposite)
            {
                shared = other == group ? Math.Max(0, also) : shared;
            }

            alone.Add((group, weight - shared));
        }

        return alone;
    }

    /// <summary>log2(1 + sum of 2^weight) over the neighbours that exclude a group; added up pair by pair, so that order alone decides.</summary>
    private int Sum(List<(int Group, int Weight)> near, int group)
    {
        var sum = 0;
        foreach (var (other, weight) in near)
        {
            if (other != group && groups.Between(other, group) != Obstacle.None)
            {
                sum = weight + Kinship.Cost(sum - weight);
            }
        }

        return sum;
    }

    private List<(int Group, int Weight)> Near(int side, int opposite)
    {
        var best = new Dictionary<int, int>();
        foreach (var member in groups.Members(side))
        {
            foreach (var link in edges.Of(member))
            {
                var group = groups.Of(link.A == member ? link.B : link.A);
                if (group != side && group != opposite && !link.Vetoed && groups.Between(side, group) == Obstacle.None)
                {
                    best[group] = Math.Max(link.Weight, best.GetValueOrDefault(group, int.MinValue));
                }
            }
        }

        return [.. best.Select(b => (b.Key, b.Value)).OrderByDescending(b => b.Value).ThenBy(b => b.Key).Take(Most)];
    }
}
