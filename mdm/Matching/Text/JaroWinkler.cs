using System.Numerics;
using System.Runtime.CompilerServices;
using IntegrationHub.Mdm.Matching.Values;

namespace IntegrationHub.Mdm.Matching.Text;

/// <summary>Jaro–Winkler similarity in thousandths, prefix weight 0.1 over at most four symbols; bit-parallel for up to 64 symbols.</summary>
/// <remarks>W. E. Winkler, "String Comparator Metrics and Enhanced Decision Rules in the Fellegi–Sunter Model of Record Linkage" (1990).</remarks>
internal static class JaroWinkler
{
    /// <summary>An upper bound from letter sets and lengths: false only where <see cref="Similarity"/> is below <paramref name="similarity"/>.</summary>
    /// <remarks>A letter of one text that the other lacks matches nothing, and each stands for one symbol at least.</remarks>
    public static bool MayReach(int similarity, in ValueFacts a, in ValueFacts b) => MayReach(similarity, a, a.Letters, b, b.Letters);

    /// <summary>The same, more often false, for domains that keep letters counted.</summary>
    public static bool CountedMayReach(int similarity, in ValueFacts a, in ValueFacts b) => MayReach(similarity, a, a.Counted, b, b.Counted);

    // Winkler's sum, solved for matches × (lengths' sum ÷ lengths' product): nothing is divided for a pair.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool MayReach(int similarity, in ValueFacts a, ulong left, in ValueFacts b, ulong right)
    {
        var matches = Math.Min(a.Length - BitOperations.PopCount(left & ~right), b.Length - BitOperations.PopCount(right & ~left));
        var least = (similarity - 1.0) / 1000;
        var jaro = a.Head == b.Head ? (least - 0.4) / 0.6 : (least - 0.1) / 0.9;
        return (Math.Max(a.Length, b.Length) > 64) | (matches * (a.Length + b.Length) >= ((3 * jaro) - 1) * (a.Length * b.Length));
    }

    /// <summary>Letters at the beginning that count beyond Jaro's similarity.</summary>
    public const int MostPrefix = 4;

    /// <summary>For each length of common beginning from none to <see cref="MostPrefix"/>: how many letters of the first text may match nothing when the similarity is reached all the same; below 0 where it cannot be.</summary>
    /// <remarks>No transposition is assumed, so that what misses more letters stays below for sure.</remarks>
    public static void MayMiss(int similarity, int a, int b, Span<int> mayMiss)
    {
        for (var prefix = 0; prefix <= MostPrefix; prefix++)
        {
            var matches = Math.Min(a, b);
            mayMiss[prefix] = -1;
            for (; matches > 0 && Winkler(matches, 0, a, b, Math.Min(prefix, Math.Min(a, b))) >= similarity; matches--)
            {
                mayMiss[prefix] = a - matches;
            }
        }
    }

    [SkipLocalsInit]
    public static int Similarity(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
    {
        a = a.Length > 64 ? a[..64] : a;
        b = b.Length > 64 ? b[..64] : b;
        if (a.Length > b.Length || (a.Length == b.Length && a.SequenceCompareTo(b) > 0))
        {
            var swap = a;
            a = b;
            b = swap;
        }

        if (a.Length == 0)
        {
            return b.Length == 0 ? 1000 : 0;
        }

        // Only the entries that are read are cleared: the table stays on the stack as it was.
        Span<ulong> positions = stackalloc ulong[256];
        foreach (var symbol in a)
        {
            positions[symbol] = 0;
        }

        foreach (var symbol in b)
        {
            positions[symbol] = 0;
        }

        var bit = 1UL;
        foreach (var symbol in b)
        {
            positions[symbol] |= bit;
            bit <<= 1;
        }

        var window = Math.Max(b.Length / 2 - 1, 0);
        var inside = b.Length == 64 ? ~0UL : (1UL << b.Length) - 1;
        var range = (1UL << (window + 1)) - 1;
        ulong taken = 0, matchedA = 0;
        bit = 1;
        for (var i = 0; i < a.Length; i++)
        {
            var free = positions[a[i]] & range & inside & ~taken;
            taken |= free & (0 - free);
            matchedA |= free != 0 ? bit : 0;
            bit <<= 1;
            range = i < window ? (range << 1) | 1 : range << 1;
        }

        var matches = BitOperations.PopCount(taken);
        if (matches == 0)
        {
            return 0;
        }

        var transposed = 0;
        for (ulong left = matchedA, right = taken; left != 0; left &= left - 1, right &= right - 1)
        {
            transposed += a[BitOperations.TrailingZeroCount(left)] == b[BitOperations.TrailingZeroCount(right)] ? 0 : 1;
        }

        return Winkler(matches, transposed / 2, a.Length, b.Length, Math.Min(MostPrefix, a.CommonPrefixLength(b)));
    }

    private static int Winkler(double matches, int transpositions, int a, int b, int prefix)
    {
        var jaro = (matches / a + matches / b + (matches - transpositions) / matches) / 3;
        return (int)Math.Round(1000 * (jaro + prefix * 0.1 * (1 - jaro)), MidpointRounding.AwayFromZero);
    }
}
