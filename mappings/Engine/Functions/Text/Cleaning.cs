using IntegrationHub.Mappings.Engine.Running;

namespace IntegrationHub.Mappings.Engine.Functions.Text;

/// <summary>What every value goes through as it is read: control characters out, white space to single spaces, damage told.</summary>
internal static class Cleaning
{
    /// <summary>Longer values are no attribute of anybody.</summary>
    public const int LongestValue = 4000;

    public static string? Clean(string text, Attempt attempt)
    {
        if (text.Length > LongestValue)
        {
            attempt.Note("text.too-long");
            return null;
        }

        // Printable ASCII without a space is as it should be.
        if (!text.AsSpan().ContainsAnyExceptInRange('!', '~'))
        {
            return text.Length == 0 ? null : text;
        }

        var suspect = false;
        foreach (var c in text)
        {
            suspect |= c is < ' ' or (>= '\u007f' and <= '\u009f') or 'Ã' or '\ufffd' or '\u00a0' or '\u202f' or '\ufeff';
        }

        return Words.Collapse(suspect ? Repair(text, attempt) : text);
    }

    private static string Repair(string text, Attempt attempt)
    {
        if (text.Contains('\ufffd', StringComparison.Ordinal) || IsMojibake(text))
        {
            attempt.Note("text.damaged");
        }

        var kept = new char[text.Length];
        var length = 0;
        var removed = false;
        foreach (var c in text)
        {
            if (c is '\t' or '\r' or '\n' or '\u00a0' or '\u202f')
            {
                kept[length++] = ' ';
            }
            else if (char.IsControl(c))
            {
                removed = true;
            }
            else if (c != '\ufeff')
            {
                kept[length++] = c;
            }
        }

        if (removed)
        {
            attempt.Note("text.control-characters");
        }

        return new string(kept, 0, length);
    }

    /// <summary>UTF-8 read as windows-1252: "Ã©" for "é".</summary>
    private static bool IsMojibake(string text)
    {
        for (var i = text.IndexOf('Ã', StringComparison.Ordinal); i >= 0 && i + 1 < text.Length; i = text.IndexOf('Ã', i + 1))
        {
            if (text[i + 1] is (>= '\u0080' and <= '\u00bf') or '\u2030' or '\u0160' or '\u2039' or '\u0152' or '\u017d' or '\u2021' or '\u20ac')
            {
                return true;
            }
        }

        return false;
    }
}
