using System.Globalization;
using IntegrationHub.Mappings.Engine.Functions.Text;

namespace IntegrationHub.Mappings.Engine.Functions.Dates;

/// <summary>Cuts a written date into year, month and day; 0 for a part not known.</summary>
internal static class DateText
{
    private static readonly string[] Months =
        ["JAN", "FEV", "MAR", "AVR", "MAI", "JUIN", "JUIL", "AOU", "SEP", "OCT", "NOV", "DEC"];

    private static readonly System.Buffers.SearchValues<char> Letters = System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    /// <summary>They begin like one and stand beside dates.</summary>
    private static readonly string[] NoMonths = ["MARDI", "DECEDE", "DECEDEE", "MARIE", "MARIEE"];

    private static readonly string[] English = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];

    /// <summary>Reads ISO, French and compact forms, with or without a time of day behind; null when it is none of them.</summary>
    /// <returns>A year of two digits comes with <c>Short</c>.</returns>
    public static (int Year, int Month, int Day, bool Short)? Read(ReadOnlySpan<char> text, string order)
    {
        text = WithoutTime(text);
        Span<Range> pieces = stackalloc Range[5];
        var count = text.SplitAny(pieces, "/-., ", StringSplitOptions.RemoveEmptyEntries);
        if (text.StartsWith("-", StringComparison.Ordinal) || count is 0 or > 4)
        {
            return null;
        }

        return count switch
        {
            1 => Compact(text[pieces[0]], order),
            2 when Month(text[pieces[0]]) is var month and > 0 => Parts(text[pieces[1]], month, 0),
            2 when text[pieces[0]].Length == 4 => Parts(text[pieces[0]], Number(text[pieces[1]]), 0),
            2 => Parts(text[pieces[1]], Number(text[pieces[0]]), 0),
            3 => Three(text[pieces[0]], text[pieces[1]], text[pieces[2]], order),
            4 when IsWord(text[pieces[0]]) && Month(text[pieces[2]]) > 0 => Three(text[pieces[1]], text[pieces[2]], text[pieces[3]], order),
            4 when IsWord(text[pieces[0]]) && Month(text[pieces[1]]) > 0 => Three(text[pieces[1]], text[pieces[2]], text[pieces[3]], order),
            _ => null,
        };
    }

    private static (int, int, int, bool)? Three(ReadOnlySpan<char> a, ReadOnlySpan<char> b, ReadOnlySpan<char> c, string order)
    {
        // A month in letters says itself which of the three it is.
        if (Month(b) is var word and > 0)
        {
            return a.Length == 4 ? Parts(a, word, Number(c)) : Parts(c, word, a is "1er" or "1ER" ? 1 : Number(a));
        }

        if (Month(a) is var first and > 0)
        {
            return Parts(c, first, Number(b));
        }

        return a.Length == 4 || order == "ymd" ? Parts(a, Number(b), Number(c))
            : order == "mdy" ? Parts(c, Number(a), Number(b))
            : Parts(c, Number(b), Number(a));
    }

    private static (int, int, int, bool)? Compact(ReadOnlySpan<char> text, string order)
    {
        var yearFirst = order == "ymd" || (order.Length == 0 && text is ['1', '7' or '8' or '9', ..] or ['2', '0', ..] or ['0', '0', '0', '0', ..]);
        return text.Length switch
        {
            4 => Parts(text, 0, 0),
            6 when order.Length > 0 => Three(text[..2], text[2..4], text[4..], order),
            8 when yearFirst => Parts(text[..4], Number(text[4..6]), Number(text[6..])),
            8 => Three(text[..2], text[2..4], text[4..], order),
            _ => null,
        };
    }

    private static (int, int, int, bool)? Parts(ReadOnlySpan<char> year, int month, int day)
    {
        var y = Number(year);
        return y < 0 || month < 0 || day < 0 || year.Length is not (2 or 4) ? null : (y, month, day, year.Length == 2);
    }

    private static ReadOnlySpan<char> WithoutTime(ReadOnlySpan<char> text)
    {
        var end = text.IndexOf(':');
        if (end < 0)
        {
            return text;
        }

        var start = text[..end].LastIndexOfAny('T', ' ');
        return start < 0 ? text : text[..start];
    }

    private static int Month(ReadOnlySpan<char> word)
    {
        if (word.Length < 3 || !char.IsLetter(word[0]))
        {
            return 0;
        }

        var folded = Fold.Of(word.ToString());
        if (NoMonths.Contains(folded))
        {
            return 0;
        }

        for (var i = 0; i < 12; i++)
        {
            if (folded.StartsWith(Months[i], StringComparison.Ordinal) || folded.StartsWith(English[i], StringComparison.Ordinal))
            {
                return i + 1;
            }
        }

        return folded is "JUI" ? 7 : 0;
    }

    /// <summary>A weekday, which the other three make known anyhow.</summary>
    private static bool IsWord(ReadOnlySpan<char> piece) => piece.Length > 2 && !piece.ContainsAnyExcept(Letters);

    private static int Number(ReadOnlySpan<char> text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
