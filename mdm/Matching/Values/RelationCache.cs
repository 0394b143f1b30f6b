namespace IntegrationHub.Mdm.Matching.Values;

/// <summary>Remembers how two distinct values of a base table compare. Lossy and lock-free: one 64-bit word holds both numbers and the answer.</summary>
internal sealed class RelationCache(int size)
{
    private ulong[]? _words;

    public bool TryGet(int a, int b, out byte relation)
    {
        relation = 0;
        if (a >= ValueTable.LocalBase || b >= ValueTable.LocalBase)
        {
            return false;
        }

        var words = Volatile.Read(ref _words);
        if (words is null)
        {
            return false;
        }

        var key = Key(a, b);
        var word = Volatile.Read(ref words[Slot(key)]);
        relation = (byte)(word & 0xFF);
        return word >> 8 == key;
    }

    public void Set(int a, int b, byte relation)
    {
        if (a < ValueTable.LocalBase && b < ValueTable.LocalBase)
        {
            var key = Key(a, b);
            var words = Volatile.Read(ref _words) ?? Interlocked.CompareExchange(ref _words, new ulong[size], null) ?? _words;
            Volatile.Write(ref words[Slot(key)], (key << 8) | relation);
        }
    }

    /// <summary>Two numbers of 28 bits, smaller first, plus one so that an empty word is nobody's.</summary>
    private static ulong Key(int a, int b) => (((ulong)Math.Min(a, b) << 28) | (uint)Math.Max(a, b)) + 1;

    private int Slot(ulong key) => (int)((key * 0x9E3779B97F4A7C15UL) >> 32) & (size - 1);
}
