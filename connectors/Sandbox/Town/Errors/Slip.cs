using IntegrationHub.Connectors.Sandbox.Town.Random;

namespace IntegrationHub.Connectors.Sandbox.Town.Errors;

/// <summary>One slip of a hand or an ear.</summary>
internal static class Slip
{
    private static readonly string[] Rows = ["azertyuiop", "qsdfghjklm", "wxcvbn"];

    private static readonly (string Written, string Heard)[] Sounds =
    [
        ("eau", "o"), ("ault", "aud"), ("aud", "ot"), ("ph", "f"), ("th", "t"), ("qu", "k"), ("ck", "k"), ("ch", "sh"), ("ll", "l"), ("nn", "n"),
        ("ss", "s"), ("tt", "t"), ("rr", "r"), ("mm", "m"), ("ai", "é"), ("ei", "ai"), ("an", "en"), ("en", "an"), ("in", "ain"), ("ain", "in"),
        ("y", "i"), ("i", "y"), ("c", "k"), ("k", "c"), ("s", "z"), ("z", "s"), ("x", "s"), ("et", "ey"), ("ier", "iez"), ("el", "elle"), ("oi", "oa"), ("e", ""),
    ];

    /// <summary>Text of at least three letters with one slip in it; shorter text as it is.</summary>
    public static string In(string text, Dice dice)
    {
        for (var attempt = 0; attempt < 8; attempt++)
        {
            var slipped = Once(text, dice);
            if (slipped != text && slipped.Length > 1)
            {
                return slipped;
            }
        }

        return text;
    }

    /// <summary>One digit of a text replaced by another.</summary>
    public static string Digit(string text, Dice dice)
    {
        var place = dice.Between(2, text.Length - 1);
        var digit = (char)('0' + ((text[place] - '0' + dice.Between(1, 9)) % 10));
        return $"{text.AsSpan(0, place)}{digit}{text.AsSpan(place + 1)}";
    }

    private static string Once(string text, Dice dice)
    {
        if (text.Length < 3)
        {
            return text;
        }

        // First letters are rarely wrong.
        var place = dice.Chance(0.06) ? 0 : dice.Between(1, text.Length - 1);
        if (!char.IsLetter(text[place]))
        {
            return text;
        }

        return dice.Below(20) switch
        {
            < 5 => Neighbour(text, place, dice),
            < 9 => text.Remove(place, 1),
            < 11 => text.Insert(place, text[place].ToString()),
            < 14 => place + 1 < text.Length && char.IsLetter(text[place + 1])
                ? $"{text.AsSpan(0, place)}{text[place + 1]}{text[place]}{text.AsSpan(place + 2)}" : text,
            _ => Heard(text, dice),
        };
    }

    private static string Neighbour(string text, int place, Dice dice)
    {
        var lower = char.ToLowerInvariant(Fold.Accents(text[place].ToString())[0]);
        foreach (var row in Rows)
        {
            var key = row.IndexOf(lower, StringComparison.Ordinal);
            if (key >= 0)
            {
                var other = row[Math.Clamp(key + (dice.Chance(0.5) ? 1 : -1), 0, row.Length - 1)];
                other = char.IsUpper(text[place]) ? char.ToUpperInvariant(other) : other;
                return $"{text.AsSpan(0, place)}{other}{text.AsSpan(place + 1)}";
            }
        }

        return text;
    }

    private static string Heard(string text, Dice dice)
    {
        var start = dice.Below(Sounds.Length);
        for (var step = 0; step < Sounds.Length; step++)
        {
            var (written, heard) = Sounds[(start + step) % Sounds.Length];
            var place = text.IndexOf(written, 1, StringComparison.OrdinalIgnoreCase);
            if (place > 0)
            {
                return $"{text.AsSpan(0, place)}{heard}{text.AsSpan(place + written.Length)}";
            }
        }

        return text;
    }
}
