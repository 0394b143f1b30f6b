using System.Runtime.InteropServices;
using IntegrationHub.Mdm.Matching.Values;

namespace IntegrationHub.Mdm.Matching.Indexing;

/// <summary>The records of the index in numbered slots; a freed slot is used again. Slot numbers never influence a result.</summary>
internal sealed class SlotStore
{
    /// <summary>From here on room grows by eighths.</summary>
    private const int Many = 1 << 20;

    private readonly SlotIndex<int> _byPart;
    private readonly SlotIndex<MatchKey> _byKey;
    private readonly Stack<int> _free = [];
    private MatchKey[] _keys = new MatchKey[1024];
    private int[] _parts = new int[1024];
    private RowStore _rows = new();
    private int[] _addresses = new int[1024];
    private Edge[][] _edges = new Edge[1024][];

    public SlotStore()
    {
        _byPart = new SlotIndex<int>(slot => _parts[slot], (slot, part) => _parts[slot] == part);
        _byKey = new SlotIndex<MatchKey>(slot => _keys[slot].GetHashCode(), (slot, key) => _keys[slot] == key);
    }

    /// <summary>Slots ever used: every slot is below it.</summary>
    public int End { get; private set; }

    public int Count { get; private set; }

    public MatchKey Key(int slot) => _keys[slot];

    public int Part(int slot) => _parts[slot];

    public RowView Row(int slot) => _rows.View(_addresses[slot]);

    /// <summary>The rows of neighbouring slots.</summary>
    public RowView[] Rows(int first, int end)
    {
        var rows = new RowView[end - first];
        for (var slot = first; slot < end; slot++)
        {
            rows[slot - first] = Row(slot);
        }

        return rows;
    }

    /// <summary>Says that it will soon be asked where a slot's row stands.</summary>
    public void ExpectPlace(int slot) => Ahead.Fetch(_addresses, slot);

    /// <summary>Says that a slot's row will be read soon.</summary>
    public void Expect(int slot) => _rows.Expect(_addresses[slot]);

    /// <summary>Says that a slot's values will be compared soon.</summary>
    public void ExpectValues(int slot, Vocabulary vocabulary) => _rows.ExpectValues(_addresses[slot], vocabulary);

    /// <summary>Never written through: a change replaces the array.</summary>
    public Edge[] Edges(int slot) => _edges[slot];

    /// <summary>The slot of a part, or −1.</summary>
    public int Find(int part) => StandsAlone(part) ? part : _byPart.Find(part, part);

    /// <summary>The slot of a key, or −1.</summary>
    public int Find(MatchKey key) => _byKey.Find(key.GetHashCode(), key);

    public int Add(int part, MatchKey key, ReadOnlySpan<int> row)
    {
        var slot = _free.Count > 0 ? _free.Pop() : End++;
        if (slot == _parts.Length)
        {
            // Doubling ten million records would leave room for seven million that never come.
            var room = slot < Many ? slot * 2 : slot + (slot / 8);
            Array.Resize(ref _keys, room);
            Array.Resize(ref _parts, room);
            Array.Resize(ref _addresses, room);
            Array.Resize(ref _edges, room);
        }

        (_keys[slot], _parts[slot], _addresses[slot], _edges[slot]) = (key, part, _rows.Add(row), []);
        Enter(slot);
        Count++;
        return slot;
    }

    /// <summary>Fills an empty store with records whose rows it shares from now on.</summary>
    /// <exception cref="InvalidOperationException">Two records bear one key.</exception>
    public void Take(InternedRecords records)
    {
        var room = Math.Max(1024, records.Count);
        (_keys, _parts, _addresses, _edges, _rows) = (new MatchKey[room], new int[room], new int[room], new Edge[room][], records.Rows);
        _byKey.Reserve(room);
        for (; End < records.Count; End++, Count++)
        {
            if (Find(records.Key(End)) >= 0)
            {
                throw new InvalidOperationException($"part {End} has the key of another live part; remove that one first");
            }

            (_keys[End], _parts[End], _addresses[End], _edges[End]) = (records.Key(End), End, records.Address(End), []);
            Values.Row.SetFlags(_rows.View(_addresses[End]), Values.Row.FlagsOf(Row(End).Span) & ~RowFlags.NoUsableKey);
            Enter(End);
        }
    }

    private void Enter(int slot)
    {
        if (_parts[slot] != slot)
        {
            _byPart.Add(slot);
        }

        _byKey.Add(slot);
    }

    /// <summary>Whether a part stands in the slot of its own number, as all do that were numbered as they came: no index needs to know.</summary>
    private bool StandsAlone(int part) => (uint)part < (uint)End && _parts[part] == part && IsLive(part);

    /// <summary>Frees a slot; its neighbours forget it.</summary>
    public void Remove(int slot)
    {
        foreach (var edge in _edges[slot])
        {
            Forget(edge.Other, slot);
        }

        if (_parts[slot] != slot)
        {
            _byPart.Remove(slot);
        }

        _byKey.Remove(slot);
        Count--;
        _rows.Remove(_addresses[slot]);
        (_keys[slot], _edges[slot]) = (default, []);
        _free.Push(slot);
    }

    public bool IsLive(int slot) => _keys[slot].Key is not null;

    public void Flag(int slot, RowFlags flags)
    {
        var row = _rows.View(_addresses[slot]);
        Values.Row.SetFlags(row, Values.Row.FlagsOf(row.Span) | flags);
    }

    /// <summary>Connects many pairs, each once in one of the runs, with one growth of each slot's list.</summary>
    public void Connect(IReadOnlyCollection<List<SlotPair>> runs)
    {
        var ends = new int[End];
        foreach (var run in runs)
        {
            foreach (ref readonly var pair in CollectionsMarshal.AsSpan(run))
            {
                ends[pair.A]++;
                ends[pair.B]++;
            }
        }

        for (var slot = 0; slot < ends.Length; slot++)
        {
            if (ends[slot] > 0)
            {
                var first = _edges[slot].Length;
                Array.Resize(ref _edges[slot], first + ends[slot]);
                ends[slot] = first;
            }
        }

        foreach (var run in runs)
        {
            foreach (var (a, b, score) in run)
            {
                _edges[a][ends[a]++] = new Edge(b, score.Weight, score.Pattern, score.Vetoed);
                _edges[b][ends[b]++] = new Edge(a, score.Weight, score.Pattern, score.Vetoed);
            }
        }
    }

    public void Connect(int a, int b, int weight, ulong pattern, bool vetoed)
    {
        _edges[a] = [.. _edges[a], new Edge(b, weight, pattern, vetoed)];
        _edges[b] = [.. _edges[b], new Edge(a, weight, pattern, vetoed)];
    }

    public void Disconnect(int a, int b)
    {
        Forget(a, b);
        Forget(b, a);
    }

    private void Forget(int slot, int other) => _edges[slot] = Array.FindAll(_edges[slot], e => e.Other != other);
}
