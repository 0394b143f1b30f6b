using IntegrationHub.Mdm.Matching.Clustering;

namespace IntegrationHub.Mdm.Matching.Indexing;

/// <summary>The connected components of a whole index, in the order of their first slots.</summary>
internal sealed class SlotComponents
{
    private readonly int[] _slots;
    private readonly List<int> _ends = [];

    public SlotComponents(SlotStore store)
    {
        _slots = new int[store.Count];
        var seen = new bool[store.End];
        var end = 0;
        for (var slot = 0; slot < seen.Length; slot++)
        {
            if (seen[slot] || !store.IsLive(slot))
            {
                continue;
            }

            seen[slot] = true;
            _slots[end++] = slot;
            for (var i = end - 1; i < end; i++)
            {
                foreach (var edge in store.Edges(_slots[i]))
                {
                    if (!seen[edge.Other])
                    {
                        seen[edge.Other] = true;
                        _slots[end++] = edge.Other;
                    }
                }
            }

            _ends.Add(end);
        }
    }

    public int Count => _ends.Count;

    /// <summary>A component with members in key order. May be called from any thread, once for each component.</summary>
    public Component Build(int component, MatchIndex index)
    {
        var start = component == 0 ? 0 : _ends[component - 1];
        var slots = _slots.AsSpan(start, _ends[component] - start);
        var store = index.Slots;
        slots.Sort((x, y) => store.Key(x).CompareTo(store.Key(y)));
        var members = new Member[slots.Length];
        var positions = new SlotPositions(slots);
        var links = 0;
        for (var i = 0; i < members.Length; i++)
        {
            members[i] = new Member(store.Key(slots[i]), store.Part(slots[i]), store.Row(slots[i]));
            links += store.Edges(slots[i]).Length;
        }

        var found = new Link[links / 2];
        links = 0;
        for (var i = 0; i < members.Length; i++)
        {
            foreach (var edge in store.Edges(slots[i]))
            {
                var other = positions.Of(edge.Other);
                if (other > i)
                {
                    found[links++] = new Link(i, other, edge.Weight, edge.Pattern, edge.Vetoed);
                }
            }
        }

        return new Component(members, found, Decided(slots, positions, index), index.Vocabulary);
    }

    private static (int, int, bool)[] Decided(ReadOnlySpan<int> slots, in SlotPositions positions, MatchIndex index)
    {
        if (index.Decisions.Count == 0)
        {
            return [];
        }

        var decided = new HashSet<(int, int, bool)>();
        foreach (var slot in slots)
        {
            foreach (var decision in index.Decisions.Of(index.Slots.Key(slot)))
            {
                var (a, b) = (index.Slots.Find(decision.A), index.Slots.Find(decision.B));
                if (a >= 0 && b >= 0 && a != b)
                {
                    var (x, y) = (positions.Of(a), positions.Of(b));
                    decided.Add((Math.Min(x, y), Math.Max(x, y), decision.Same));
                }
            }
        }

        return [.. decided.Order()];
    }
}
