using System.Numerics;

namespace IntegrationHub.Mdm.Matching.Text;

/// <summary>A number of up to 16 digits as one word, four bits a digit, the last one lowest: edits are told without its text.</summary>
internal static class PackedDigits
{
    private const ulong Lowest = 0x1111_1111_1111_1111;

    /// <summary>Digits as 1 to 10, so that none is nothing; 0 for what is longer or holds anything else.</summary>
    public static ulong Of(ReadOnlySpan<byte> text)
    {
        if (text.Length > 16)
        {
            return 0;
        }

        var packed = 0UL;
        foreach (var symbol in text)
        {
            if (symbol is < (byte)'0' or > (byte)'9')
            {
                return 0;
            }

            packed = (packed << 4) | (uint)(symbol - '0' + 1);
        }

        return packed;
    }

    /// <summary>Whether two different numbers of these lengths are one edit apart (insert, delete, substitute, swap neighbours).</summary>
    public static bool OneEditApart(ulong a, int lengthA, ulong b, int lengthB)
    {
        var apart = a ^ b;
        var first = BitOperations.TrailingZeroCount(apart) & ~3;
        if (lengthA != lengthB)
        {
            var (shorter, longer) = lengthA < lengthB ? (a, b) : (b, a);
            return Math.Abs(lengthA - lengthB) == 1 && shorter >> first == longer >> first >> 4;
        }

        var digits = (apart | apart >> 1 | apart >> 2 | apart >> 3) & Lowest;
        var swapped = digits == 0x11UL << first && (a >> first & 0xF) == (b >> first >> 4 & 0xF) && (b >> first & 0xF) == (a >> first >> 4 & 0xF);
        return swapped || BitOperations.IsPow2(digits);
    }
}
