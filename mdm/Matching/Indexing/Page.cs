using System.Runtime.InteropServices;
using IntegrationHub.Mdm.Matching.Blocking;
using IntegrationHub.Mdm.Matching.Values;

namespace IntegrationHub.Mdm.Matching.Indexing;

/// <summary>What an overlay holds, seen in front of its base: records by handle (a base slot, or the complement of an entry's position), keys, decisions.</summary>
internal sealed class Page
{
    private readonly MatchIndex _index;
    private readonly PagePostings _postings;
    private readonly Dictionary<MatchKey, int> _entryOfKey = [];
    private readonly Dictionary<int, List<Edge>> _extra = [];
    private readonly HashSet<(int, int)> _dropped = [];

    public Page(MatchIndex index, IReadOnlyDictionary<int, MatchRecord?> changes, IReadOnlyDictionary<long, PairDecision?> decisions)
    {
        _index = index;
        Decisions = new PageDecisions(index.Decisions, decisions);
        Vocabulary = index.Model.NewVocabulary(index.Vocabulary);
        var put = changes.Where(c => c.Value is not null).Select(c => (Part: c.Key, Record: c.Value!)).OrderBy(c => c.Record.Key).ThenBy(c => c.Part).ToArray();
        foreach (var part in changes.Where(c => c.Value is null).Select(c => c.Key).Order().Concat(put.Select(c => c.Part)))
        {
            if (index.Slots.Find(part) is >= 0 and var slot)
            {
                Hidden.Add(slot);
            }
        }

        Entries = new PageEntries(index, Vocabulary).Make(put);
        _postings = new PagePostings(Entries.Sum(entry => entry.Keys.Length));
        _entryOfKey.EnsureCapacity(Entries.Length);
        for (var i = 0; i < Entries.Length; i++)
        {
            Register(i);
        }
    }

    public Entry[] Entries { get; }

    /// <summary>Base slots this page replaces or removes.</summary>
    public HashSet<int> Hidden { get; } = [];

    public Vocabulary Vocabulary { get; }

    public PageDecisions Decisions { get; }

    public MatchKey Key(int handle) => handle < 0 ? Entries[~handle].Key : _index.Slots.Key(handle);

    public int Part(int handle) => handle < 0 ? Entries[~handle].Part : _index.Slots.Part(handle);

    public RowView Row(int handle) => handle < 0 ? Entries[~handle].Row : _index.Slots.Row(handle);

    /// <summary>The live record of a key: its handle, or null.</summary>
    public int? Find(MatchKey key)
    {
        if (_entryOfKey.TryGetValue(key, out var entry))
        {
            return ~entry;
        }

        var slot = _index.Slots.Find(key);
        return slot >= 0 && !Hidden.Contains(slot) ? slot : null;
    }

    /// <summary>Handles of everything that shares a key with an entry: base records, and entries before it.</summary>
    public List<int> Candidates(int entry, Scratch scratch)
    {
        var end = _index.Slots.End;
        scratch.Start(end + Entries.Length);
        foreach (var key in Entries[entry].Keys)
        {
            foreach (var slot in _index.Postings.Of(key))
            {
                if (Hidden.Count == 0 || !Hidden.Contains(slot))
                {
                    scratch.Add(slot, slot);
                }
            }

            foreach (var other in _postings.Before(entry, Postings.Short(key)))
            {
                scratch.Add(~other, end + other);
            }
        }

        return scratch.Candidates;
    }

    /// <summary>Whether two records share a key: else nothing but a decision brought them together.</summary>
    public bool Meet(int a, int b)
    {
        Span<ulong> keys = stackalloc ulong[2 * KeyMaker.Most];
        var left = Keys(a, keys);
        var right = Keys(b, keys[left.Length..]);
        foreach (var key in left)
        {
            foreach (var other in right)
            {
                if (Postings.Short(key) == Postings.Short(other))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private Span<ulong> Keys(int handle, Span<ulong> target) => target[.._index.Model.Keys.Write(Row(handle).Span, Vocabulary, target)];

    /// <summary>The pairs of a record as they will be after this page; until the next pair is added.</summary>
    public ReadOnlySpan<Edge> EdgesOf(int handle)
    {
        if (handle < 0)
        {
            return CollectionsMarshal.AsSpan(Entries[~handle].Edges);
        }

        var committed = _index.Slots.Edges(handle);
        var added = _extra.TryGetValue(handle, out var more);
        if (!added && Hidden.Count == 0 && _dropped.Count == 0)
        {
            return committed;
        }

        var kept = new List<Edge>(committed.Length);
        foreach (var edge in committed)
        {
            if (!Hidden.Contains(edge.Other) && !_dropped.Contains((handle, edge.Other)))
            {
                kept.Add(edge);
            }
        }

        if (added)
        {
            kept.AddRange(more!);
        }

        return CollectionsMarshal.AsSpan(kept);
    }

    public void Connect(int a, int b, int weight, ulong pattern, bool vetoed)
    {
        List(a).Add(new Edge(b, weight, pattern, vetoed));
        List(b).Add(new Edge(a, weight, pattern, vetoed));

        List<Edge> List(int handle) =>
            handle < 0 ? Entries[~handle].Edges : _extra.TryGetValue(handle, out var list) ? list : _extra[handle] = [];
    }

    public void Drop(int a, int b)
    {
        _dropped.Add((a, b));
        _dropped.Add((b, a));
    }

    /// <summary>Base-to-base pairs dropped, each once.</summary>
    public IEnumerable<(int A, int B)> Dropped => _dropped.Where(d => d.Item1 < d.Item2);

    /// <summary>Base-to-base pairs a decision added, each once.</summary>
    public IEnumerable<(int A, Edge Edge)> Bound
    {
        get
        {
            foreach (var (handle, edges) in _extra)
            {
                foreach (var edge in edges)
                {
                    if (edge.Other > handle)
                    {
                        yield return (handle, edge);
                    }
                }
            }
        }
    }

    private void Register(int i)
    {
        var holder = _index.Slots.Find(Entries[i].Key);
        if (!_entryOfKey.TryAdd(Entries[i].Key, i) || (holder >= 0 && !Hidden.Contains(holder)))
        {
            throw new InvalidOperationException($"part {Entries[i].Part} has the key of another live part; remove that one first");
        }

        foreach (var key in Entries[i].Keys)
        {
            _postings.Add(i, Postings.Short(key));
        }
    }
}
