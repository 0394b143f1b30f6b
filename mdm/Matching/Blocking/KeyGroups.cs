using System.Numerics;

namespace IntegrationHub.Mdm.Matching.Blocking;

/// <summary>Which keys of one part are alike; one thread's, good for part after part.</summary>
internal sealed class KeyGroups
{
    private int[] _table = [];
    private int[] _firsts = [];
    private int[] _sizes = [];

    /// <summary>For each key the place of the first like it.</summary>
    public ReadOnlySpan<int> Firsts => _firsts;

    /// <summary>At the first of its kind: how many there are.</summary>
    public Span<int> Sizes => _sizes;

    /// <param name="items">The part.</param>
    /// <param name="lower">Lower bits of each that are not of the key; below 64.</param>
    public void Find(ReadOnlySpan<ulong> items, int lower)
    {
        var bits = BitOperations.Log2((uint)items.Length | 1) + 2;
        if (_table.Length < 1 << bits || _firsts.Length < items.Length)
        {
            (_table, _firsts, _sizes) = (new int[1 << bits], new int[items.Length], new int[items.Length]);
        }

        var table = _table.AsSpan(0, 1 << bits);
        table.Clear();
        _sizes.AsSpan(0, items.Length).Clear();
        for (var i = 0; i < items.Length; i++)
        {
            var key = items[i] >> lower;
            var home = (int)((key * 0x9E3779B97F4A7C15) >> (64 - bits));
            while (table[home] != 0 && items[table[home] - 1] >> lower != key)
            {
                home = (home + 1) & (table.Length - 1);
            }

            if (table[home] == 0)
            {
                table[home] = i + 1;
            }

            _firsts[i] = table[home] - 1;
            _sizes[table[home] - 1]++;
        }
    }
}
