using System.Globalization;
using System.Text;

namespace IntegrationHub.Connectors.Sandbox.Town.Errors;

/// <summary>Text without its accents, as old software and hurried hands write it.</summary>
public static class Fold
{
    public static string Accents(string text)
    {
        if (Ascii.IsValid(text))
        {
            return text;
        }

        var plain = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark)
            {
                continue;
            }

            _ = letter switch
            {
                'œ' => plain.Append("oe"),
                'Œ' => plain.Append("OE"),
                'æ' => plain.Append("ae"),
                'ı' => plain.Append('i'),
                'đ' => plain.Append('d'),
                'Đ' => plain.Append('D'),
                'ł' => plain.Append('l'),
                'Ł' => plain.Append('L'),
                'ß' => plain.Append("ss"),
                _ => plain.Append(letter),
            };
        }

        return plain.ToString();
    }

    /// <summary>Lower-case ASCII letters only, as in the local part of a mailbox.</summary>
    public static string Letters(string text)
    {
        var plain = Accents(text);
        Span<char> letters = stackalloc char[plain.Length];
        var length = 0;
        foreach (var letter in plain)
        {
            if (char.IsAsciiLetter(letter))
            {
                letters[length++] = char.ToLowerInvariant(letter);
            }
        }

        return new string(letters[..length]);
    }

    /// <summary>What windows-1252 cannot hold, without its accents; the rest as it is.</summary>
    public static string ToWestern(string text)
    {
        if (!text.Any(letter => letter > 'ÿ' && letter is not ('œ' or 'Œ' or 'Š' or 'š' or 'Ž' or 'ž' or 'Ÿ' or '’' or '€')))
        {
            return text;
        }

        return string.Concat(text.Normalize(NormalizationForm.FormC).Select(letter => letter > 'ÿ' && letter is not ('œ' or 'Œ' or 'Š' or 'š' or 'Ž' or 'ž' or 'Ÿ' or '’' or '€')
            ? Accents(letter.ToString()) : letter.ToString()));
    }
}
