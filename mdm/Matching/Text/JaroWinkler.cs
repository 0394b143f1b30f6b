using System.Numerics;

namespace IntegrationHub.Mdm.Matching.Text;

/// <summary>Jaro–Winkler similarity in thousandths, prefix weight 0.1 over at most four symbols; bit-parallel for up to 64 symbols.</summary>
/// <remarks>W. E. Winkler, "String Comparator Metrics and Enhanced Decision Rules in the Fellegi–Sunter Model of Record Linkage" (1990).</remarks>
internal static class JaroWinkler
{
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

        Span<ulong> positions = stackalloc ulong[256];
        positions.Clear();
        for (var j = 0; j < b.Length; j++)
        {
            positions[b[j]] |= 1UL << j;
        }

        var window = Math.Max(b.Length / 2 - 1, 0);
        ulong taken = 0, matchedA = 0;
        for (var i = 0; i < a.Length; i++)
        {
            var from = Math.Max(i - window, 0);
            var to = Math.Min(i + window, b.Length - 1);
            if (from > to)
            {
                continue;
            }

            var range = (to == 63 ? ~0UL : (1UL << (to + 1)) - 1) & (~0UL << from);
            var free = positions[a[i]] & range & ~taken;
            if (free != 0)
            {
                taken |= free & (~free + 1);
                matchedA |= 1UL << i;
            }
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

        double m = matches;
        var jaro = (m / a.Length + m / b.Length + (m - transposed / 2) / m) / 3;
        var prefix = 0;
        while (prefix < Math.Min(4, a.Length) && a[prefix] == b[prefix])
        {
            prefix++;
        }

        return (int)Math.Round(1000 * (jaro + prefix * 0.1 * (1 - jaro)), MidpointRounding.AwayFromZero);
    }
}
