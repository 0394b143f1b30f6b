using System.Globalization;
using System.Text;

namespace IntegrationHub.Mdm.Registry.Survivorship;

/// <summary>Texts that differ only by case, accents or punctuation are one value; the fuller spelling survives.</summary>
internal static class ComparableText
{
    private const int Short = 128;

    public static string Of(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        if (text.Length <= Short && Ascii.IsValid(text))
        {
            return OfAscii(text);
        }

        var letters = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetterOrDigit(c))
            {
                letters.Append(char.ToUpperInvariant(c));
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && letters.Length > 0 && letters[^1] != ' ')
            {
                letters.Append(' ');
            }
        }

        return letters.ToString().TrimEnd();
    }

    // What has no accents needs no normalisation, and most have none.
    private static string OfAscii(string text)
    {
        Span<char> letters = stackalloc char[Short];
        var count = 0;
        foreach (var c in text)
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                letters[count++] = char.ToUpperInvariant(c);
            }
            else if (count > 0 && letters[count - 1] != ' ')
            {
                letters[count++] = ' ';
            }
        }

        var folded = letters[..count].TrimEnd(' ');
        return folded.SequenceEqual(text) ? text : folded.ToString();
    }

    /// <summary>Not one small letter.</summary>
    public static bool Capitals(string? text)
    {
        foreach (var c in text ?? "")
        {
            if (char.IsLower(c))
            {
                return false;
            }
        }

        return true;
    }

    public static string Of(IEnumerable<string?> texts) => string.Join('\u001f', texts.Select(Of));

    /// <summary>More letters say more; accents and small letters are what capitals in old files lost.</summary>
    public static int Completeness(string? text)
    {
        var (letters, accents, small) = (0, 0, 0);
        foreach (var c in text ?? "")
        {
            letters += char.IsLetterOrDigit(c) ? 4 : 0;
            accents |= c > 127 ? 2 : 0;
            small |= char.IsLower(c) ? 1 : 0;
        }

        return letters + accents + small;
    }
}
