using System.Buffers.Binary;

namespace IntegrationHub.Mdm.Storage.Reading;

/// <summary>Which record keys may be stored: a Bloom filter over their hashes, two bytes a key. It never denies a key that was added.</summary>
/// <remarks>One thread adds, others may ask meanwhile. It grows by parts, each twice the one before; of keys never added some two in a hundred pass.</remarks>
internal sealed class KeyFilter
{
    private const int FirstKeys = 1 << 16;
    private const int BitsAKey = 16;
    private const int Probes = 4;
    private volatile ulong[][] _parts = [new ulong[FirstKeys * BitsAKey / 64]];
    private int _room = FirstKeys;

    /// <param name="hash">As <see cref="Encoding.KeyHash"/> makes it: its bits are as good as random, so places are taken from them.</param>
    public void Add(ReadOnlySpan<byte> hash)
    {
        if (_room == 0)
        {
            var next = new ulong[_parts[^1].Length * 2];
            _room = next.Length * 64 / BitsAKey;
            _parts = [.. _parts, next];
        }

        _room--;
        var (first, step) = Read(hash);
        var part = _parts[^1];
        for (var i = 0; i < Probes; i++, first += step)
        {
            part[Word(part, first)] |= 1UL << (int)first;
        }
    }

    public bool MayHold(ReadOnlySpan<byte> hash)
    {
        var (first, step) = Read(hash);
        foreach (var part in _parts)
        {
            var (place, found) = (first, 0);
            while (found < Probes && (part[Word(part, place)] & (1UL << (int)place)) != 0)
            {
                place += step;
                found++;
            }

            if (found == Probes)
            {
                return true;
            }
        }

        return false;
    }

    // The lowest six bits choose the bit, those above the word: parts are powers of two long.
    private static int Word(ulong[] part, ulong place) => (int)(place >> 6) & (part.Length - 1);

    private static (ulong First, ulong Step) Read(ReadOnlySpan<byte> hash) =>
        (BinaryPrimitives.ReadUInt64LittleEndian(hash), BinaryPrimitives.ReadUInt64LittleEndian(hash[8..]) | 1);
}
