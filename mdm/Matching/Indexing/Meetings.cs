using System.Runtime.InteropServices;

namespace IntegrationHub.Mdm.Matching.Indexing;

/// <summary>The candidates of a run of slots, one slot after the other; one thread's, good for run after run.</summary>
internal sealed class Meetings
{
    /// <summary>Candidates from which on those told twice are found by marks: sorted with the others they would cost more than they are worth.</summary>
    private const int Many = 256;

    private readonly List<int> _ends = [];
    private int[] _links = [];
    private int[] _linkEnds = [];

    /// <summary>By slot: the last one it was a candidate of, plus one.</summary>
    private int[] _marks = [];

    /// <summary>Candidates of all slots of the run.</summary>
    public List<int> Others { get; } = [];

    /// <summary>Where those of one slot end.</summary>
    /// <param name="at">Its place in the run.</param>
    public int End(int at) => _ends[at];

    /// <summary>Where the links of one slot end.</summary>
    /// <param name="at">Its place in the run.</param>
    public int EndOfLinks(int at) => _linkEnds[at];

    /// <summary>Starts with a run: the places that its links lead to, in the order of its slots.</summary>
    /// <param name="links">Each a slot and a place.</param>
    /// <param name="first">The first slot.</param>
    /// <param name="slots">How many there are.</param>
    public ReadOnlySpan<int> Start(ReadOnlySpan<ulong> links, int first, int slots)
    {
        Others.Clear();
        _ends.Clear();
        if (_linkEnds.Length < slots || _links.Length < links.Length)
        {
            (_linkEnds, _links) = (new int[slots], new int[links.Length + (links.Length / 4)]);
        }

        var ends = _linkEnds.AsSpan(0, slots);
        ends.Clear();
        foreach (var link in links)
        {
            ends[(int)(link >> 32) - first]++;
        }

        var before = 0;
        foreach (ref var end in ends)
        {
            (end, before) = (before, before + end);
        }

        foreach (var link in links)
        {
            _links[ends[(int)(link >> 32) - first]++] = (int)(uint)link;
        }

        return _links.AsSpan(0, links.Length);
    }

    /// <summary>Ends a slot's candidates: ascending, each once, the slot itself not among them.</summary>
    /// <param name="slot">The slot.</param>
    /// <param name="start">Where its candidates begin.</param>
    public void Close(int slot, int start)
    {
        var own = CollectionsMarshal.AsSpan(Others)[start..];
        if (own.Length > Many)
        {
            own = own[..Marked(own, slot)];
        }

        own.Sort();
        var (kept, last) = (0, slot);
        foreach (var other in own)
        {
            if (other != last && other != slot)
            {
                own[kept++] = last = other;
            }
        }

        CollectionsMarshal.SetCount(Others, start + kept);
        _ends.Add(Others.Count);
    }

    /// <summary>Brings each candidate once to the beginning; how many there are.</summary>
    private int Marked(Span<int> own, int slot)
    {
        if (_marks.Length <= slot)
        {
            _marks = new int[slot + (slot / 2) + 1];
        }

        var kept = 0;
        foreach (var other in own)
        {
            if (_marks[other] != slot + 1)
            {
                _marks[other] = slot + 1;
                own[kept++] = other;
            }
        }

        return kept;
    }
}
