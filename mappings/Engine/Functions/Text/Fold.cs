using System.Buffers;
using System.Globalization;
using System.Text;

namespace IntegrationHub.Mappings.Engine.Functions.Text;

/// <summary>The form in which words are compared: upper case, no accents, œ as OE, everything but letters and digits as one space.</summary>
internal static class Fold
{
    public static string Of(string text)
    {
        var plain = Ascii.IsValid(text) ? text : text.Normalize(NormalizationForm.FormD);
        char[]? rented = null;
        Span<char> output = plain.Length * 2 <= 256 ? stackalloc char[256] : rented = ArrayPool<char>.Shared.Rent(plain.Length * 2);
        var length = 0;
        foreach (var c in plain)
        {
            if (char.IsLetterOrDigit(c))
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

        var folded = new string(output[..length].TrimEnd(' '));
        if (rented is not null)
        {
            ArrayPool<char>.Shared.Return(rented);
        }

        return folded;
    }

    private static (char First, char Second) Letter(char c) => c switch
    {
        'œ' or 'Œ' => ('O', 'E'),
        'æ' or 'Æ' => ('A', 'E'),
        'ß' => ('S', 'S'),
        'ø' or 'Ø' => ('O', '\0'),
        'ł' or 'Ł' => ('L', '\0'),
        _ => (char.ToUpperInvariant(c), '\0'),
    };
}
