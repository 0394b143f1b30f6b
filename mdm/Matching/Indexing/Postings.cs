using System.Runtime.InteropServices;

namespace IntegrationHub.Mdm.Matching.Indexing;

/// <summary>Which slots hold a blocking key: eight bytes a key, nothing more for a key of one record. Keys are kept as 32 bits: two that collide only make a few records meet that need not.</summary>
internal sealed class Postings
{
    private const int Empty = int.MinValue;

    private readonly BlockArena _blocks = new();
    private Entry[] _entries = Cleared(1024);
    private int _count;

    public static uint Short(ulong key) => (uint)(key ^ (key >> 32));

    public ReadOnlySpan<int> Of(ulong key)
    {
        var i = Place(Short(key));
        ref var head = ref _entries[i].Head;
        return head == Empty ? [] : head >= 0 ? MemoryMarshal.CreateReadOnlySpan(ref head, 1) : _blocks.Read(~head);
    }

    /// <summary>Tells the processor that these keys will be looked for soon.</summary>
    public void Expect(ReadOnlySpan<ulong> keys)
    {
        foreach (var key in keys)
        {
            Ahead.Fetch(_entries, Home(Short(key), _entries.Length - 1));
        }
    }

    public void Add(ulong key, int slot)
    {
        var i = Place(Short(key));
        ref var head = ref _entries[i].Head;
        if (head != Empty)
        {
            head = ~(head >= 0 ? _blocks.New(head, slot) : _blocks.Append(~head, slot));
            return;
        }

        _entries[i] = new Entry(Short(key), slot);
        if (++_count * 4L > _entries.Length * 3L)
        {
            Grow();
        }
    }

    public void Remove(ulong key, int slot)
    {
        var i = Place(Short(key));
        ref var head = ref _entries[i].Head;
        if (head < 0)
        {
            head = _blocks.Remove(~head, slot, out var last) ? last : head;
        }
        else
        {
            Erase(i);
        }
    }

    private static Entry[] Cleared(int size)
    {
        var entries = new Entry[size];
        Array.Fill(entries, new Entry(0, Empty));
        return entries;
    }

    private static int Home(uint key, int mask) => (int)((key * 0x9E3779B1u) >> 7) & mask;

    private int Place(uint key)
    {
        var mask = _entries.Length - 1;
        var i = Home(key, mask);
        while (_entries[i].Head != Empty && _entries[i].Key != key)
        {
            i = (i + 1) & mask;
        }

        return i;
    }

    private void Grow()
    {
        var entries = _entries;
        _entries = Cleared(entries.Length * 2);
        foreach (var entry in entries)
        {
            if (entry.Head != Empty)
            {
                _entries[Place(entry.Key)] = entry;
            }
        }
    }

    /// <summary>Takes a key out and moves back those that it had pushed on.</summary>
    private void Erase(int hole)
    {
        var mask = _entries.Length - 1;
        for (var i = (hole + 1) & mask; _entries[i].Head != Empty; i = (i + 1) & mask)
        {
            if (((i - Home(_entries[i].Key, mask)) & mask) >= ((i - hole) & mask))
            {
                _entries[hole] = _entries[i];
                hole = i;
            }
        }

        _entries[hole] = new Entry(0, Empty);
        _count--;
    }

    /// <summary>A key, and where its records are: a slot, <see cref="Empty"/>, or the complement of a list's address.</summary>
    private record struct Entry(uint Key, int Head)
    {
        // A field, so that a list of one can be read where it stands.
        public int Head = Head;
    }
}
