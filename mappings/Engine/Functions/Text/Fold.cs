using System.Buffers;
using System.Globalization;
using System.Text;

namespace IntegrationHub.Mappings.Engine.Functions.Text;

/// <summary>The form in which words are compared: upper case, no accents, œ as OE, everything but letters and digits as one space.</summary>
internal static class Fold
{
    /// <summary>Base letters of U+00C0 to U+017F, which hold all of French: no normalisation is needed for them.</summary>
    private static readonly char[] Bases = [.. Enumerable.Range(0xC0, 0x180 - 0xC0).Select(c => ((char)c).ToString().Normalize(NormalizationForm.FormD)[0])];

    /// <summary>Room for the form of any text of <see cref="Short"/> letters.</summary>
    public const int Room = 256;

    /// <summary>Longest text that <see cref="Write"/> takes.</summary>
    public const int Short = 20;

    public static string Of(string text)
    {
        var plain = Plain(text);
        char[]? rented = null;
        Span<char> output = plain.Length * 2 <= Room ? stackalloc char[Room] : rented = ArrayPool<char>.Shared.Rent(plain.Length * 2);
        var folded = new string(output[..Fill(plain, output)]);
        if (rented is not null)
        {
            ArrayPool<char>.Shared.Return(rented);
        }

        return folded;
    }

    /// <summary>The same of a short text, without a string for it.</summary>
    /// <param name="text">At most <see cref="Short"/> letters.</param>
    /// <param name="output">At least <see cref="Room"/> letters.</param>
    /// <returns>Letters written.</returns>
    public static int Write(string text, Span<char> output) => Fill(Plain(text), output);

    private static string Plain(string text) => text.AsSpan().ContainsAnyExceptInRange('\0', '\u017f') ? text.Normalize(NormalizationForm.FormD) : text;

    private static int Fill(string plain, Span<char> output)
    {
        var length = 0;
        foreach (var c in plain)
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                output[length++] = c is >= 'a' and <= 'z' ? (char)(c - 32) : c;
            }
            else if (c >= 128 && char.IsLetterOrDigit(c))
            {
                var (first, second) = Letter(c);
                output[length++] = first;
                if (second != '\0')
                {
                    output[length++] = second;
                }
            }
            else if (length > 0 && output[length - 1] != ' ' && (c < 128 || CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark))
            {
                output[length++] = ' ';
            }
        }

        return output[..length].TrimEnd(' ').Length;
    }

    private static (char First, char Second) Letter(char c) => c switch
    {
        'œ' or 'Œ' => ('O', 'E'),
        'æ' or 'Æ' => ('A', 'E'),
        'ß' => ('S', 'S'),
        'ø' or 'Ø' => ('O', '\0'),
        'ł' or 'Ł' => ('L', '\0'),
        >= '\u00c0' and <= '\u017f' => (char.ToUpperInvariant(Bases[c - 0xC0]), '\0'),
        _ => (char.ToUpperInvariant(c), '\0'),
    };
}
