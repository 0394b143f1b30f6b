using IntegrationHub.Mdm.Matching.Comparing;

namespace IntegrationHub.Mdm.Matching.Clustering;

/// <summary>What the other groups that a group might belong to take from a join: a record that fits six people who exclude each other is none of them yet.</summary>
/// <param name="groups">As they stand.</param>
/// <param name="edges">The pairs of each member.</param>
/// <param name="members">Of the component.</param>
/// <param name="few">Members up to which finding costs less than remembering.</param>
internal sealed class Rivals(Groups groups, Neighbours edges, int members, int few = Rivals.Few)
{
    /// <summary>Neighbouring groups looked at, the heaviest; what stands behind them changes little.</summary>
    private const int Most = 12;

    private const int Few = 32;

    // Used again for each question: most components are small, and asked often.
    private readonly List<(int Group, int Weight)> _near = [];
    private readonly List<(int Group, int Weight)> _opposite = [];
    private readonly List<(int Group, int Weight)> _alone = [];

    /// <summary>By group, what was found and after how many joins, and what the rivals that are looked at cost each other: among many each has many pairs, and is asked about for each.</summary>
    private readonly (int Joins, (int Group, int Weight)[]? Near, int Worst)[] _remembered = members > few ? new (int, (int, int)[]?, int)[members] : [];

    // Where a group stands in a list while it is made, plus one.
    private readonly int[] _places = new int[members];

    /// <summary>Weight of a join less log2(1 + sum of 2^weight over the rivals), in thousandths of a bit.</summary>
    /// <param name="link">The pair that speaks for the join.</param>
    /// <param name="x">One group.</param>
    /// <param name="y">The other.</param>
    /// <param name="together">Rivals that both groups fit count only by what one group fits better: whose they are may stay open, they are one.</param>
    public int Odds(in Link link, int x, int y, bool together = false) => link.Weight - Math.Max(Cost(x, y, together), Cost(y, x, together));

    private int Cost(int side, int opposite, bool together)
    {
        var known = Look(side, opposite, _near);
        var worst = Sum(_near, opposite);
        if (known is { } remembered && !together)
        {
            return Math.Max(worst, remembered);
        }

        var against = _near;
        if (together && _near.Count > 1)
        {
            Look(opposite, side, _opposite);
            Divide();
            against = _alone;
        }

        return Math.Max(worst, Worst(_near, against));
    }

    private int Worst(List<(int Group, int Weight)> near, List<(int Group, int Weight)> against)
    {
        var worst = 0;
        foreach (var (group, _) in near)
        {
            worst = Math.Max(worst, Sum(against, group));
        }

        return worst;
    }

    /// <summary>What a side has with its neighbours beyond what the opposite side has with them.</summary>
    private void Divide()
    {
        _alone.Clear();
        foreach (var (group, weight) in _near)
        {
            var shared = 0;
            foreach (var (other, also) in _opposite)
            {
                shared = other == group ? Math.Max(0, also) : shared;
            }

            _alone.Add((group, weight - shared));
        }
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

    /// <summary>Finds the neighbouring groups that a side might belong to, the heaviest first.</summary>
    /// <returns>What these cost each other, where that is remembered.</returns>
    private int? Look(int side, int opposite, List<(int Group, int Weight)> near)
    {
        if (_remembered.Length == 0)
        {
            Find(side, opposite, Most, near);
            return null;
        }

        // One more than is wanted, for the opposite side may be among them.
        ref var known = ref _remembered[side];
        if (known.Near is null || known.Joins != groups.Joins)
        {
            Find(side, side, Most + 1, near);
            (int, int)[] found = [.. near];
            near.RemoveRange(Math.Min(Most, near.Count), near.Count - Math.Min(Most, near.Count));
            known = (groups.Joins, found, Worst(near, near));
        }

        near.Clear();
        var met = false;
        foreach (var found in known.Near)
        {
            met |= found.Group == opposite && near.Count < Most;
            if (found.Group != opposite && near.Count < Most)
            {
                near.Add(found);
            }
        }

        return met ? null : known.Worst;
    }

    private void Find(int side, int opposite, int most, List<(int Group, int Weight)> near)
    {
        near.Clear();
        foreach (var member in groups.Members(side))
        {
            foreach (var place in edges.Of(member))
            {
                ref readonly var link = ref edges.Links[place];
                var group = groups.Of(link.A == member ? link.B : link.A);
                if (group != side && group != opposite && !link.Vetoed && groups.Between(side, group) == Obstacle.None)
                {
                    Keep(near, group, link.Weight);
                }
            }
        }

        foreach (var (group, _) in near)
        {
            _places[group] = 0;
        }

        near.Sort(static (a, b) => a.Weight != b.Weight ? b.Weight.CompareTo(a.Weight) : a.Group.CompareTo(b.Group));
        if (near.Count > most)
        {
            near.RemoveRange(most, near.Count - most);
        }
    }

    private void Keep(List<(int Group, int Weight)> near, int group, int weight)
    {
        if (_places[group] is > 0 and var place)
        {
            near[place - 1] = (group, Math.Max(near[place - 1].Weight, weight));
            return;
        }

        near.Add((group, weight));
        _places[group] = near.Count;
    }
}
