using System.Numerics;
using IntegrationHub.Mdm.Matching.Blocking;

namespace IntegrationHub.Mdm.Matching.Indexing;

/// <summary>Which slots of a fresh index share a key, each pair told of its later slot, run of slots by run. What <see cref="Postings"/> would tell, without a table of all keys.</summary>
internal sealed class MeetingSlots
{
    /// <summary>Lists that memory fetches while one is read.</summary>
    private const int ListsAhead = 16;

    private readonly int[] _lists;
    private readonly RadixParts _links;
    private readonly int _runBits;
    private readonly int _slots;

    /// <param name="keys">Of all slots.</param>
    /// <param name="options">Threads, and what stops them.</param>
    /// <param name="leastRunBits">A run has two to the power of so many slots at least.</param>
    /// <param name="mostRuns">Runs there may be; more would be dealt to more places than the processor keeps at hand.</param>
    public MeetingSlots(RecordKeys keys, ParallelOptions options, int leastRunBits = 10, int mostRuns = 4096)
    {
        _slots = keys.Count;
        _runBits = Math.Max(leastRunBits, BitOperations.Log2((uint)(_slots / mostRuns) | 1) + 1);
        var parts = keys.Deal((key, slot) => ((ulong)Postings.Short(key) << 32) | (uint)slot, true, options);
        _lists = GC.AllocateUninitializedArray<int>(parts.Total);
        var links = new int[parts.Count];
        Parallel.For(0, parts.Count, options, () => new KeyGroups(), (part, _, groups) =>
        {
            links[part] = Link(parts.Of(part), parts.Start(part), groups);
            return groups;
        }, _ => { });
        _links = new RadixParts(parts.Count, (part, _) => parts.Of(part)[..links[part]], Math.Max(1, Runs), 32 + _runBits, options);
    }

    /// <summary>How many runs of neighbouring slots there are.</summary>
    public int Runs => (_slots + Run - 1) >> _runBits;

    private int Run => 1 << _runBits;

    /// <summary>The slots of a run: the first, and the one after the last.</summary>
    public (int First, int End) SlotsOf(int run) => (run << _runBits, Math.Min(_slots, (run + 1) << _runBits));

    /// <summary>Of each slot of a run those before it that share a key with it, ascending, each once.</summary>
    public void Gather(int run, Meetings found)
    {
        var (first, end) = SlotsOf(run);
        var links = found.Start(_links.Of(run), first, end - first);
        var at = 0;
        for (var slot = first; slot < end; slot++)
        {
            var start = found.Others.Count;
            for (; at < found.EndOfLinks(slot - first); at++)
            {
                if (at + ListsAhead < links.Length)
                {
                    Ahead.Fetch(_lists, links[at + ListsAhead]);
                }

                Take(links[at], found.Others);
            }

            found.Close(slot, start);
        }
    }

    /// <summary>Lists the slots of those keys of a part that several share. The links to what stands before a slot in its lists, slot and place, then stand at the part's beginning; how many.</summary>
    private int Link(Span<ulong> items, int start, KeyGroups groups)
    {
        groups.Find(items, 32);
        var firsts = groups.Firsts;
        var next = groups.Sizes;
        var (end, links) = (start, 0);
        for (var i = 0; i < items.Length; i++)
        {
            var slot = (int)(uint)items[i];
            if (firsts[i] != i)
            {
                var place = next[firsts[i]]++;
                _lists[place] = slot;
                items[links++] = ((ulong)(uint)slot << 32) | (uint)(place - 1);
            }
            else if (next[i] > 1)
            {
                // The first of a list is told by its complement.
                _lists[end] = ~slot;
                (next[i], end) = (end + 1, end + next[i]);
            }
        }

        return links;
    }

    private void Take(int place, List<int> others)
    {
        for (; _lists[place] >= 0; place--)
        {
            others.Add(_lists[place]);
        }

        others.Add(~_lists[place]);
    }
}
