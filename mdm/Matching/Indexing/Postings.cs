using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace IntegrationHub.Mdm.Matching.Indexing;

/// <summary>Which slots hold a blocking key: eight bytes a key, nothing more for a key of one record. Keys are kept as 32 bits: two that collide only make a few records meet that need not.</summary>
internal sealed class Postings
{
    private const int Empty = int.MinValue;

    private readonly BlockArena _blocks = new();
    private uint[] _keys = new uint[1024];
    private int[] _heads = Cleared(1024);
    private int _count;

    public static uint Short(ulong key) => (uint)(key ^ (key >> 32));

    public ReadOnlySpan<int> Of(ulong key)
    {
        var i = Place(Short(key));
        var head = _heads[i];
        return head == Empty ? [] : head >= 0 ? MemoryMarshal.CreateReadOnlySpan(ref _heads[i], 1) : _blocks.Read(~head);
    }

    /// <summary>Tells the processor that these keys will be looked for soon.</summary>
    public void Expect(ReadOnlySpan<ulong> keys)
    {
        if (Sse.IsSupported)
        {
            foreach (var key in keys)
            {
                var home = Home(Short(key), _keys.Length - 1);
                unsafe
                {
                    Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_keys), home)));
                    Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_heads), home)));
                }
            }
        }
    }

    public void Add(ulong key, int slot)
    {
        var i = Place(Short(key));
        var head = _heads[i];
        if (head != Empty)
        {
            _heads[i] = ~(head >= 0 ? _blocks.New(head, slot) : _blocks.Append(~head, slot));
            return;
        }

        (_keys[i], _heads[i]) = (Short(key), slot);
        if (++_count * 4L > _keys.Length * 3L)
        {
            Grow();
        }
    }

    public void Remove(ulong key, int slot)
    {
        var i = Place(Short(key));
        var head = _heads[i];
        if (head < 0)
        {
            _heads[i] = _blocks.Remove(~head, slot, out var last) ? last : head;
        }
        else
        {
            Erase(i);
        }
    }

    private static int[] Cleared(int size)
    {
        var heads = new int[size];
        Array.Fill(heads, Empty);
        return heads;
    }

    private static int Home(uint key, int mask) => (int)((key * 0x9E3779B1u) >> 7) & mask;

    private int Place(uint key)
    {
        var mask = _keys.Length - 1;
        var i = Home(key, mask);
        while (_heads[i] != Empty && _keys[i] != key)
        {
            i = (i + 1) & mask;
        }

        return i;
    }

    private void Grow()
    {
        var (keys, heads) = (_keys, _heads);
        (_keys, _heads) = (new uint[keys.Length * 2], Cleared(keys.Length * 2));
        for (var i = 0; i < keys.Length; i++)
        {
            if (heads[i] != Empty)
            {
                var at = Place(keys[i]);
                (_keys[at], _heads[at]) = (keys[i], heads[i]);
            }
        }
    }

    /// <summary>Takes a key out and moves back those that it had pushed on.</summary>
    private void Erase(int hole)
    {
        var mask = _keys.Length - 1;
        for (var i = (hole + 1) & mask; _heads[i] != Empty; i = (i + 1) & mask)
        {
            if (((i - Home(_keys[i], mask)) & mask) >= ((i - hole) & mask))
            {
                (_keys[hole], _heads[hole]) = (_keys[i], _heads[i]);
                hole = i;
            }
        }

        _heads[hole] = Empty;
        _count--;
    }
}
