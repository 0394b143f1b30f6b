using IntegrationHub.Mdm.Matching.Comparing;
using IntegrationHub.Mdm.Matching.Documents;
using IntegrationHub.Mdm.Matching.Values;

namespace IntegrationHub.Mdm.Matching.Clustering;

/// <summary>Partitions one component: a pure function of its records, pairs and decisions, and of the model.</summary>
/// <remarks>Decisions first; then pairs from the heaviest down join two groups where nothing stands between any two members that the others do not outvote,
/// the odds against all rivals together suffice, and more than one pair speaks for it.</remarks>
internal sealed class Clusterer(ModelSettings settings, Scorer scorer)
{
    /// <summary>Odds, in thousandths of a bit, of a record that fits three who exclude each other equally well: none of them is likelier than not, yet it is one of them.</summary>
    private const int OneOfThree = -1100;

    private readonly Stances _stances = new(settings);

    public ResolvedComponent Solve(Component component, CancellationToken cancellationToken)
    {
        var members = component.Members;
        if (members.Length == 1)
        {
            return new ResolvedComponent([[members[0].PartId]], Lonely(members[0]));
        }

        Array.Sort(component.Links);
        using var obstacles = new Obstacles(component, settings, _stances, scorer);
        var groups = new Groups(members.Length, obstacles);
        var thresholds = Thresholds.Find(component, settings);
        var edges = new Neighbours(component);
        var rivals = new Rivals(groups, edges, members.Length);
        foreach (var (a, b, same) in component.Decisions)
        {
            if (same && groups.Of(a) != groups.Of(b) && groups.Between(groups.Of(a), groups.Of(b)) != Obstacle.Never)
            {
                groups.Join(groups.Of(a), groups.Of(b));
            }
        }

        Join(component, groups, edges, rivals, thresholds, together: false, cancellationToken);
        Join(component, groups, edges, rivals, thresholds, together: true, cancellationToken);
        var clusters = new List<int[]>();
        for (var i = 0; i < members.Length; i++)
        {
            if (groups.Of(i) == i)
            {
                clusters.Add([.. groups.Members(i).Select(member => members[member].PartId)]);
            }
        }

        return new ResolvedComponent([.. clusters], clusters.Count == 1 ? [] : [.. Doubts(component, groups, edges, rivals, thresholds, cancellationToken)]);
    }

    /// <summary>Joins from the heaviest pair down until nothing joins any more.</summary>
    /// <param name="together">Last, groups that fit the same others: near-identical records are one before it is known whose.</param>
    private void Join(Component component, Groups groups, Neighbours edges, Rivals rivals, int[] thresholds, bool together, CancellationToken cancellationToken)
    {
        // What was refused is asked again only after a join: before one, nothing can have changed.
        var refused = new int[component.Links.Length];
        Array.Fill(refused, -1);
        for (var joined = true; joined;)
        {
            joined = false;
            for (var i = 0; i < refused.Length; i++)
            {
                if (refused[i] == groups.Joins)
                {
                    continue;
                }

                cancellationToken.ThrowIfCancellationRequested();
                ref readonly var link = ref component.Links[i];
                var (x, y) = (groups.Of(link.A), groups.Of(link.B));
                if (x != y && !link.Vetoed && link.Weight >= Math.Max(thresholds[link.A], thresholds[link.B])
                    && groups.Between(x, y) == Obstacle.None && !IsLoneBridge(groups, edges, x, y) && rivals.Odds(link, x, y, together) >= settings.Margin)
                {
                    groups.Join(x, y);
                    joined = true;
                }
                else
                {
                    refused[i] = groups.Joins;
                }
            }
        }
    }

    private static Doubt[] Lonely(in Member member) =>
        Row.FlagsOf(member.Row.Span).HasFlag(RowFlags.NoUsableKey) ? [new Doubt(member.PartId, null, 0, ulong.MaxValue, DoubtReason.NoUsableKey)] : [];

    /// <summary>Two groups of several records held together by one pair only.</summary>
    private bool IsLoneBridge(Groups groups, Neighbours edges, int x, int y)
    {
        if (groups.Members(x).Count < 2 || groups.Members(y).Count < 2)
        {
            return false;
        }

        var support = 0;
        foreach (var member in groups.Members(x))
        {
            foreach (var place in edges.Of(member))
            {
                ref readonly var link = ref edges.Links[place];
                var other = link.A == member ? link.B : link.A;
                support += groups.Of(other) == y && !link.Vetoed && link.Weight >= settings.Review ? 1 : 0;
            }
        }

        return support < 2;
    }

    private IEnumerable<Doubt> Doubts(Component component, Groups groups, Neighbours edges, Rivals rivals, int[] thresholds, CancellationToken cancellationToken)
    {
        foreach (var link in Asked(component, groups, edges, rivals, cancellationToken).OrderBy(l => l.A).ThenBy(l => l.B))
        {
            var reason = Reason(groups, edges, thresholds, link);
            yield return new Doubt(component.Members[link.A].PartId, component.Members[link.B].PartId, link.Weight, link.Pattern, reason);
        }

        for (var i = 0; i < component.Members.Length; i++)
        {
            foreach (var doubt in groups.Members(i).Count == 1 ? Lonely(component.Members[i]) : [])
            {
                yield return doubt;
            }
        }
    }

    /// <summary>The heaviest pair of each two groups that might be one; in a component above the cap only where heavier questions do not lead from one to the other anyway:
    /// of a crowd of a thousand a thousand are asked, not half a million. Nothing but what a veto holds, too, hides what a veto holds.</summary>
    private List<Link> Asked(Component component, Groups groups, Neighbours edges, Rivals rivals, CancellationToken cancellationToken)
    {
        var (asked, seen, led, held) = (new List<Link>(), new HashSet<(int, int, bool)>(), new Roots(component.Members.Length), new Roots(component.Members.Length));
        var all = component.Members.Length <= settings.ComponentCap;
        foreach (ref readonly var link in component.Links.AsSpan())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (x, y, lead) = (groups.Of(link.A), groups.Of(link.B), link.Vetoed ? held : led);
            if (x != y && link.Weight >= settings.Review && (all || lead.Of(x) != lead.Of(y)) && seen.Add((Math.Min(x, y), Math.Max(x, y), link.Vetoed)) && groups.Between(x, y) != Obstacle.Never
                && (link.Vetoed || rivals.Odds(link, x, y) >= (link.Weight >= settings.Link ? Math.Min(settings.Review, OneOfThree) : settings.Review)))
            {
                // Asked once, whether a veto holds the heaviest pair or a lighter one.
                seen.Add((Math.Min(x, y), Math.Max(x, y), !link.Vetoed));
                asked.Add(link.Vetoed ? Heaviest(groups, edges, x, y) : link);
                led.Connect(x, y);
                lead.Connect(x, y);
            }
        }

        return asked;
    }

    /// <summary>The heaviest pair of two groups: in a crowd one that heavier questions hid may stand before the one a veto holds.</summary>
    private static Link Heaviest(Groups groups, Neighbours edges, int x, int y)
    {
        var first = int.MaxValue;
        foreach (var member in groups.Members(x))
        {
            foreach (var place in edges.Of(member))
            {
                ref readonly var link = ref edges.Links[place];
                if (groups.Of(link.A == member ? link.B : link.A) == y)
                {
                    first = Math.Min(first, place);
                    break;
                }
            }
        }

        return edges.Links[first];
    }

    private DoubtReason Reason(Groups groups, Neighbours edges, int[] thresholds, in Link link)
    {
        var (x, y) = (groups.Of(link.A), groups.Of(link.B));
        var obstacle = groups.Between(x, y);
        return link.Vetoed ? DoubtReason.Vetoed
            : link.Weight < settings.Link ? DoubtReason.BetweenThresholds
            : obstacle is Obstacle.Veto or Obstacle.Contradiction or Obstacle.Reservation ? DoubtReason.Vetoed
            : obstacle is Obstacle.Guard or Obstacle.Twice ? DoubtReason.Guard
            : link.Weight < Math.Max(thresholds[link.A], thresholds[link.B]) ? DoubtReason.Oversized
            : IsLoneBridge(groups, edges, x, y) ? DoubtReason.Guard
            : DoubtReason.Margin;
    }
}
