using System.Numerics;

namespace IntegrationHub.Mdm.Matching.Blocking;

/// <summary>Whether a key is one of some. Most are not, and most of these are told by one bit, close by, instead of a place in a large table.</summary>
internal sealed class KeyFilter
{
    private const int BitsPerKey = 16;

    private readonly HashSet<ulong> _keys;
    private readonly ulong[] _bits;

    public KeyFilter(IReadOnlySet<ulong> keys)
    {
        _keys = keys as HashSet<ulong> ?? [.. keys];
        _bits = new ulong[BitOperations.RoundUpToPowerOf2((uint)Math.Max(1, (long)keys.Count * BitsPerKey / 64))];
        foreach (var key in keys)
        {
            _bits[Word(key)] |= 1UL << (int)key;
        }
    }

    public bool Contains(ulong key) => (_bits[Word(key)] >> (int)key & 1) != 0 && _keys.Contains(key);

    /// <summary>The lower six bits choose the bit, those above them the word.</summary>
    private int Word(ulong key) => (int)(key >> 6) & (_bits.Length - 1);
}
