using System.Globalization;
using System.Text;

namespace IntegrationHub.Mdm.Matching.Text;

/// <summary>Text as it is compared: upper case, no diacritics, ligatures opened, everything that is neither letter nor digit one space.</summary>
internal static class Fold
{
    /// <summary>Longest form kept, in bytes; what comes after never decides.</summary>
    public const int MaxLength = 96;

    /// <summary>Writes the folded form as UTF-8 (ASCII for European names) and says its length.</summary>
    public static int Write(string text, Span<byte> target)
    {
        var length = 0;
        var gap = false;
        foreach (var rune in text.AsSpan().EnumerateRunes())
        {
            if (rune.Value < 0x80)
            {
                var c = (byte)rune.Value;
                c = c is >= (byte)'a' and <= (byte)'z' ? (byte)(c - 32) : c;
                if (c is (>= (byte)'A' and <= (byte)'Z') or (>= (byte)'0' and <= (byte)'9'))
                {
                    if (!Append(target, ref length, ref gap, c))
                    {
                        return length;
                    }
                }
                else
                {
                    gap = length > 0;
                }
            }
            else if (!WriteWide(rune, target, ref length, ref gap))
            {
                return length;
            }
        }

        return length;
    }

    private static bool WriteWide(Rune rune, Span<byte> target, ref int length, ref bool gap)
    {
        switch (rune.Value)
        {
            case 'œ' or 'Œ':
                return Append(target, ref length, ref gap, (byte)'O') && Append(target, ref length, ref gap, (byte)'E');
            case 'æ' or 'Æ':
                return Append(target, ref length, ref gap, (byte)'A') && Append(target, ref length, ref gap, (byte)'E');
            case 'ß':
                return Append(target, ref length, ref gap, (byte)'S') && Append(target, ref length, ref gap, (byte)'S');
            case 'ø' or 'Ø':
                return Append(target, ref length, ref gap, (byte)'O');
            case 'ł' or 'Ł':
                return Append(target, ref length, ref gap, (byte)'L');
            case 'đ' or 'Đ' or 'ð' or 'Ð':
                return Append(target, ref length, ref gap, (byte)'D');
        }

        if (!Rune.IsLetterOrDigit(rune))
        {
            gap |= length > 0 && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.Format);
            return true;
        }

        Span<byte> bytes = stackalloc byte[4];
        foreach (var part in Rune.ToUpperInvariant(rune).ToString().Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (!Rune.IsLetterOrDigit(part))
            {
                continue;
            }

            var written = part.EncodeToUtf8(bytes);
            foreach (var b in bytes[..written])
            {
                if (!Append(target, ref length, ref gap, b))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static bool Append(Span<byte> target, ref int length, ref bool gap, byte value)
    {
        if (length + (gap ? 2 : 1) > MaxLength)
        {
            return false;
        }

        if (gap)
        {
            target[length++] = (byte)' ';
            gap = false;
        }

        target[length++] = value;
        return true;
    }
}
