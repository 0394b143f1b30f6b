using System.Globalization;
using System.Text;

namespace IntegrationHub.Mdm.Storage.Encoding;

/// <summary>Texts as stored in text columns. PostgreSQL takes no U+0000 and no lone surrogate, so these are escaped on every provider, without loss.</summary>
/// <remarks>An escape is U+E000 and four hexadecimal digits; U+E000 itself, a private-use character, is escaped too.</remarks>
internal static class StoredText
{
    private const char Escape = '\uE000';

    public static string Write(string text)
    {
        if (!NeedsEscape(text))
        {
            return text;
        }

        var escaped = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            var letter = text[i];
            if (char.IsHighSurrogate(letter) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                escaped.Append(letter).Append(text[++i]);
            }
            else if (letter is '\0' or Escape || char.IsSurrogate(letter))
            {
                escaped.Append(Escape).Append(CultureInfo.InvariantCulture, $"{(int)letter:X4}");
            }
            else
            {
                escaped.Append(letter);
            }
        }

        return escaped.ToString();
    }

    public static string Read(string stored)
    {
        if (!stored.Contains(Escape, StringComparison.Ordinal))
        {
            return stored;
        }

        var text = new StringBuilder(stored.Length);
        for (var i = 0; i < stored.Length; i++)
        {
            if (stored[i] == Escape)
            {
                text.Append((char)int.Parse(stored.AsSpan(i + 1, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                i += 4;
            }
            else
            {
                text.Append(stored[i]);
            }
        }

        return text.ToString();
    }

    private static bool NeedsEscape(string text) =>
        text.AsSpan().ContainsAny('\0', Escape) || text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') >= 0;
}
