using System.Globalization;
using System.Text;

namespace IntegrationHub.Mdm.Storage.Searching;

/// <summary>Texts as they compare in a search: upper case, no accents, ligatures written out, everything but letters and digits one space.</summary>
internal static class SearchText
{
    public static string Normalise(string? text)
    {
        if (string.IsNullOrEmpty(text) || IsNormal(text))
        {
            return text ?? "";
        }

        var normal = new StringBuilder(text?.Length ?? 0);
        foreach (var letter in Decompose(text ?? ""))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark)
            {
                continue;
            }

            if (!char.IsLetterOrDigit(letter))
            {
                AppendSpace(normal);
            }
            else
            {
                Append(normal, char.ToUpperInvariant(letter));
            }
        }

        if (normal.Length > 0 && normal[^1] == ' ')
        {
            normal.Length--;
        }

        return normal.ToString();
    }

    // Most names of most sources are written so already.
    private static bool IsNormal(string text)
    {
        var letterBefore = false;
        foreach (var letter in text)
        {
            if (letter is (>= 'A' and <= 'Z') or (>= '0' and <= '9'))
            {
                letterBefore = true;
            }
            else if (letter == ' ' && letterBefore)
            {
                letterBefore = false;
            }
            else
            {
                return false;
            }
        }

        return letterBefore;
    }

    private static string Decompose(string text)
    {
        if (System.Text.Ascii.IsValid(text))
        {
            return text;
        }

        // A lone surrogate cannot be normalised; it becomes a letter nobody searches for.
        return System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text)).Normalize(NormalizationForm.FormD);
    }

    private static void AppendSpace(StringBuilder text)
    {
        if (text.Length > 0 && text[^1] != ' ')
        {
            text.Append(' ');
        }
    }

    private static void Append(StringBuilder text, char letter)
    {
        _ = letter switch
        {
            'Œ' => text.Append("OE"),
            'Æ' => text.Append("AE"),
            'ß' or 'ẞ' => text.Append("SS"),
            'Ø' => text.Append('O'),
            'Ł' => text.Append('L'),
            'Đ' or 'Ð' => text.Append('D'),
            _ => text.Append(letter),
        };
    }
}
