using IntegrationHub.Mdm.Matching.Comparing;

namespace IntegrationHub.Mdm.Matching.Clustering;

/// <summary>What the other groups that a group might belong to take from a join: a record that fits six people who exclude each other is none of them yet.</summary>
internal sealed class Rivals(Groups groups, Neighbours edges)
{
    /// <summary>Neighbouring groups looked at, the heaviest; what stands behind them changes little.</summary>
    private const int Most = 12;

    /// <summary>Weight of a join less log2(1 + sum of 2^weight over the rivals), in thousandths of a bit.</summary>
    public int Odds(in Link link, int x, int y) => link.Weight - Math.Max(Cost(x, y), Cost(y, x));

    private int Cost(int side, int opposite)
    {
        var near = Near(side, opposite);
        var worst = Sum(near, opposite);
        foreach (var (group, _) in near)
        {
            worst = Math.Max(worst, Sum(near, group));
        }

        return worst;
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
