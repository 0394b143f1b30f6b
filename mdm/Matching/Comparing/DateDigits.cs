using System.Buffers.Binary;
using System.Numerics;

namespace IntegrationHub.Mdm.Matching.Comparing;

/// <summary>Dates (year × 10000 + month × 100 + day) digit by digit: all eight at once, a byte each, the year's first digit lowest.</summary>
internal static class DateDigits
{
    private const ulong Ones = 0x0101010101010101;

    /// <summary>How many of the eight digits differ.</summary>
    public static int Apart(int a, int b) => BitOperations.PopCount(Differing(Of(a) ^ Of(b)));

    /// <summary>One digit typed wrong, or two neighbours swapped.</summary>
    public static bool OneKey(int a, int b)
    {
        var (x, y) = (Of(a), Of(b));
        var at = Differing(x ^ y);
        var rest = at & (at - 1);
        if (rest == 0)
        {
            return at != 0;
        }

        // Two neighbours: the second bit is eight above the first, and nothing beyond it.
        var shift = BitOperations.TrailingZeroCount(at);
        return at == 0x101UL << shift && (ushort)(x >> shift) == BinaryPrimitives.ReverseEndianness((ushort)(y >> shift));
    }

    /// <summary>The lowest bit of each byte that is not 0; no byte exceeds 15.</summary>
    private static ulong Differing(ulong digits) => ((digits + (Ones * 15)) >> 4) & Ones;

    private static ulong Of(int date)
    {
        var year = (uint)date / 10000;
        var pairs = year | ((ulong)((uint)date - (year * 10000)) << 32);

        // 5243 / 2^19 and 103 / 2^10 divide by 100 below 10 000 and by 10 below 100, exactly.
        var hundreds = ((pairs * 5243) >> 19) & 0x0000007F0000007F;
        pairs = ((pairs - (hundreds * 100)) << 16) | hundreds;
        var tens = ((pairs * 103) >> 10) & 0x000F000F000F000F;
        return ((pairs - (tens * 10)) << 8) | tens;
    }
}
