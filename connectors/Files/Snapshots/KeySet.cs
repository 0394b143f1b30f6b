namespace IntegrationHub.Connectors.Files.Snapshots;

/// <summary>The keys of a file as 64-bit hashes, about 14 bytes each: a set of tables, so that growing copies only a part.</summary>
/// <remarks>Two keys of one file that share a hash would be taken for one; among 30 million keys the odds are 1 in 40 000.</remarks>
internal sealed class KeySet
{
    private const int Bits = 6;
    private readonly ulong[][] tables = new ulong[1 << Bits][];
    private readonly int[] counts = new int[1 << Bits];

    /// <returns>False when it was there already.</returns>
    public bool Add(ulong hash)
    {
        hash = hash == 0 ? 1 : hash;
        var part = (int)(hash >> (64 - Bits));
        var table = tables[part] ??= new ulong[64];
        if (counts[part] * 3 >= table.Length * 2)
        {
            table = tables[part] = Grow(table);
        }

        ref var slot = ref Slot(table, hash);
        if (slot == hash)
        {
            return false;
        }

        slot = hash;
        counts[part]++;
        return true;
    }

    public bool Contains(ulong hash)
    {
        hash = hash == 0 ? 1 : hash;
        var table = tables[hash >> (64 - Bits)];
        return table is not null && Slot(table, hash) == hash;
    }

    private static ulong[] Grow(ulong[] table)
    {
        var larger = new ulong[table.Length * 2];
        foreach (var hash in table)
        {
            if (hash != 0)
            {
                Slot(larger, hash) = hash;
            }
        }

        return larger;
    }

    // The slot that holds the hash, or the free one where it belongs.
    private static ref ulong Slot(ulong[] table, ulong hash)
    {
        var mask = table.Length - 1;
        var at = (int)(hash & (ulong)mask);
        while (table[at] != 0 && table[at] != hash)
        {
            at = (at + 1) & mask;
        }

        return ref table[at];
    }
}
