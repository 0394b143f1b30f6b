using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace IntegrationHub.Mdm.Matching.Text;

/// <summary>Names of one length laid out to be compared with one: blocks of 32, which the processor takes side by side.</summary>
/// <remarks>
/// Of each name a block holds, for each of 32 classes of letters, the set of positions (16 bits). A pass over the letters of the probe counts the
/// matches of Jaro's definition in all 32 names at once. The count does not depend on which name is walked through, nor does merging letters into
/// classes lower it: with no transposition at all it bounds the similarity from above, and only names that may reach it are compared exactly.
/// </remarks>
internal sealed class NameBlocks
{
    /// <summary>Longer names do not fit.</summary>
    public const int Longest = 16;

    private const int Lanes = 32;
    private const int Classes = 32;

    private readonly int _length;
    private readonly int _count;
    private readonly ushort[] _positions;

    /// <param name="names">Folded names of one length, from 1 to <see cref="Longest"/>.</param>
    public NameBlocks(IReadOnlyList<byte[]> names)
    {
        (_length, _count) = (names[0].Length, names.Count);
        _positions = new ushort[(_count + Lanes - 1) / Lanes * Lanes * Classes];
        for (var n = 0; n < _count; n++)
        {
            for (var i = 0; i < _length; i++)
            {
                _positions[(n / Lanes * Lanes * Classes) + ((names[n][i] & (Classes - 1)) * Lanes) + (n % Lanes)] |= (ushort)(1 << i);
            }
        }
    }

    /// <summary>Writes the positions, in the list given, of every name that may reach a similarity (thousandths), and says how many; the span has room for all.</summary>
    public int MayReach(ReadOnlySpan<byte> probe, int similarity, Span<int> hits)
    {
        Span<int> mayMiss = stackalloc int[JaroWinkler.MostPrefix + 1];
        JaroWinkler.MayMiss(similarity, probe.Length, _length, mayMiss);
        var found = 0;
        for (var block = 0; mayMiss[^1] >= 0 && block * Lanes < _count; block++)
        {
            var lanes = Scan(probe, mayMiss, block) & (uint.MaxValue >> Math.Max(0, Lanes - (_count - (block * Lanes))));
            for (; lanes != 0; lanes &= lanes - 1)
            {
                hits[found++] = (block * Lanes) + BitOperations.TrailingZeroCount(lanes);
            }
        }

        return found;
    }

    /// <summary>A bit for each lane of a block.</summary>
    private uint Scan(ReadOnlySpan<byte> probe, ReadOnlySpan<int> mayMiss, int block)
    {
        var window = Math.Max((Math.Max(probe.Length, _length) / 2) - 1, 0);
        var inside = (1u << _length) - 1;
        var range = (1u << (window + 1)) - 1;
        ref var letters = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_positions), block * Lanes * Classes);
        var (taken, missed) = (Vector512<ushort>.Zero, Vector512<ushort>.Zero);
        for (var i = 0; i < probe.Length; i++)
        {
            var here = Vector512.LoadUnsafe(ref letters, (nuint)((probe[i] & (Classes - 1)) * Lanes));
            var free = Vector512.AndNot(here & Vector512.Create((ushort)(range & inside)), taken);
            taken |= free & (Vector512<ushort>.Zero - free);
            missed -= Vector512.Equals(free, Vector512<ushort>.Zero);
            range = i < window ? (range << 1) | 1 : range << 1;
        }

        var reached = AtMost(missed, mayMiss[0]);
        var alike = Vector512<ushort>.AllBitsSet;
        for (var i = 0; i < Math.Min(JaroWinkler.MostPrefix, probe.Length); i++)
        {
            var here = Vector512.LoadUnsafe(ref letters, (nuint)((probe[i] & (Classes - 1)) * Lanes));
            alike = Vector512.AndNot(alike, Vector512.Equals(here & Vector512.Create((ushort)(1 << i)), Vector512<ushort>.Zero));
            reached |= AtMost(missed, mayMiss[i + 1]) & alike;
        }

        return (uint)reached.ExtractMostSignificantBits();
    }

    private static Vector512<ushort> AtMost(Vector512<ushort> missed, int most) =>
        most < 0 ? Vector512<ushort>.Zero : Vector512.LessThanOrEqual(missed, Vector512.Create((ushort)most));
}
