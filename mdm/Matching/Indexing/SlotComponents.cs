using System.Runtime.InteropServices;
using IntegrationHub.Mdm.Matching.Clustering;

namespace IntegrationHub.Mdm.Matching.Indexing;

/// <summary>The connected components of a whole index, in the order of their first slots.</summary>
internal sealed class SlotComponents
{
    private readonly MatchIndex _index;
    private readonly List<SlotPair>[] _pairs;
    private readonly int[] _slots;
    private readonly int[] _slotEnds;
    private readonly (int Run, int At)[] _links;
    private readonly int[] _linkEnds;

    /// <param name="index">A freshly filled index: all slots below its end are live.</param>
    /// <param name="pairs">All its pairs, each once.</param>
    public SlotComponents(MatchIndex index, List<SlotPair>[] pairs)
    {
        (_index, _pairs) = (index, pairs);
        var components = Numbered(out var count);
        (_slots, _slotEnds) = (new int[components.Length], new int[count]);
        (_links, _linkEnds) = (new (int, int)[pairs.Sum(run => run.Count)], new int[count]);
        Array.ForEach(components, component => _slotEnds[component]++);
        foreach (var run in pairs)
        {
            foreach (ref readonly var pair in CollectionsMarshal.AsSpan(run))
            {
                _linkEnds[components[pair.A]]++;
            }
        }

        Begin(_slotEnds);
        Begin(_linkEnds);
        for (var slot = 0; slot < components.Length; slot++)
        {
            _slots[_slotEnds[components[slot]]++] = slot;
        }

        for (var run = 0; run < pairs.Length; run++)
        {
            for (var at = 0; at < pairs[run].Count; at++)
            {
                _links[_linkEnds[components[pairs[run][at].A]]++] = (run, at);
            }
        }
    }

    public int Count => _slotEnds.Length;

    /// <summary>A component with members in key order. May be called from any thread, once for each component.</summary>
    public Component Build(int component)
    {
        var slots = Of(_slots, _slotEnds, component);
        var store = _index.Slots;
        slots.Sort((x, y) => store.Key(x).CompareTo(store.Key(y)));
        var members = new Member[slots.Length];
        for (var i = 0; i < members.Length; i++)
        {
            members[i] = new Member(store.Key(slots[i]), store.Part(slots[i]), store.Row(slots[i]));
        }

        var positions = new SlotPositions(slots);
        var own = Of(_links, _linkEnds, component);
        var links = new Link[own.Length];
        for (var i = 0; i < links.Length; i++)
        {
            var (a, b, score) = _pairs[own[i].Run][own[i].At];
            var (x, y) = (positions.Of(a), positions.Of(b));
            links[i] = new Link(Math.Min(x, y), Math.Max(x, y), score.Weight, score.Pattern, score.Vetoed);
        }

        return new Component(members, links, Decided(slots, positions), _index.Vocabulary);
    }

    /// <summary>The component of each slot, numbered by their first slots.</summary>
    private int[] Numbered(out int count)
    {
        // Of two slots that hang together the later hangs on the earlier: what hangs on nothing is a component's first.
        int[] above = [.. Enumerable.Range(0, _index.Slots.End)];
        foreach (var run in _pairs)
        {
            foreach (ref readonly var pair in CollectionsMarshal.AsSpan(run))
            {
                var (a, b) = (First(above, pair.A), First(above, pair.B));
                above[Math.Max(a, b)] = Math.Min(a, b);
            }
        }

        count = 0;
        for (var slot = 0; slot < above.Length; slot++)
        {
            above[slot] = above[slot] == slot ? count++ : above[above[slot]];
        }

        return above;
    }

    private static int First(int[] above, int slot)
    {
        while (above[slot] != slot)
        {
            slot = above[slot] = above[above[slot]];
        }

        return slot;
    }

    /// <summary>Turns how many there are of each component into where these begin.</summary>
    private static void Begin(int[] counts)
    {
        var end = 0;
        foreach (ref var count in counts.AsSpan())
        {
            (count, end) = (end, end + count);
        }
    }

    private static Span<T> Of<T>(T[] all, int[] ends, int component) => all.AsSpan((component == 0 ? 0 : ends[component - 1])..ends[component]);

    private (int, int, bool)[] Decided(ReadOnlySpan<int> slots, in SlotPositions positions)
    {
        if (_index.Decisions.Count == 0)
        {
            return [];
        }

        var decided = new HashSet<(int, int, bool)>();
        foreach (var slot in slots)
        {
            foreach (var decision in _index.Decisions.Of(_index.Slots.Key(slot)))
            {
                var (a, b) = (_index.Slots.Find(decision.A), _index.Slots.Find(decision.B));
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
