using System.Globalization;
using System.Text;

namespace IntegrationHub.Mdm.Matching.Text;

/// <summary>Text as it is compared: upper case, no diacritics, ligatures opened, everything that is neither letter nor digit one space.</summary>
internal static class Fold
{
    /// <summary>Longest form kept, in bytes; what comes after never decides.</summary>
    public const int MaxLength = 96;

    private const char FirstLatin = '\u00c0';

    private const char LastLatin = '\u017f';

    private static readonly byte[]?[] Latin = LatinForms();

    /// <summary>Writes the folded form as UTF-8 (ASCII for European names) and says its length.</summary>
    public static int Write(string text, Span<byte> target)
    {
        var length = 0;
        var gap = false;
        for (var i = 0; i < text.Length;)
        {
            var letter = text[i];
            if (letter < 0x80)
            {
                i++;
                var c = letter is >= 'a' and <= 'z' ? letter - 32 : letter;
                if (c is (>= 'A' and <= 'Z') or (>= '0' and <= '9'))
                {
                    if (!Append(target, ref length, ref gap, (byte)c))
                    {
                        return length;
                    }
                }
                else
                {
                    gap = length > 0;
                }
            }
            else if (letter is >= FirstLatin and <= LastLatin && Latin[letter - FirstLatin] is { } known)
            {
                i++;
                foreach (var b in known)
                {
                    if (!Append(target, ref length, ref gap, b))
                    {
                        return length;
                    }
                }
            }
            else
            {
                Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out var taken);
                i += taken;
                if (!WriteWide(rune, target, ref length, ref gap))
                {
                    return length;
                }
            }
        }

        return length;
    }

    // What each accented letter of U+00C0 to U+017F becomes; null for what is no letter.
    private static byte[]?[] LatinForms()
    {
        var forms = new byte[]?[LastLatin - FirstLatin + 1];
        Span<byte> form = stackalloc byte[MaxLength];
        for (var letter = FirstLatin; letter <= LastLatin; letter++)
        {
            var (length, gap) = (0, false);
            WriteWide(new Rune(letter), form, ref length, ref gap);
            forms[letter - FirstLatin] = length > 0 ? form[..length].ToArray() : null;
        }

        return forms;
    }

    private static bool WriteWide(Rune rune, Span<byte> target, ref int length, ref bool gap)
    {
        switch (rune.Value)
        {
            case 'œ' or 'Œ':
                return Append(target, ref length, ref gap, (byte)'O') && Append(target, ref length, ref gap, (byte)'E');
            case 'æ' or 'Æ':
                return Append(target, ref length, ref gap, (byte)'A') && Append(target, ref length, ref gap, (byte)'E');
            case 'ß' or 'ẞ':
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
