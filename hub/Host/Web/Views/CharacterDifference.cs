namespace IntegrationHub.Host.Web.Views;

/// <summary>Marks where two values differ, letter by letter: a longest common subsequence in which case does not count and accents do; numbers differ whole, so that a swapped day and month shows as such.</summary>
public static class CharacterDifference
{
    private const int Longest = 300;

    /// <summary>Both texts cut into runs; a value that stands against nothing is not marked.</summary>
    public static (IReadOnlyList<TextRun> A, IReadOnlyList<TextRun> B) Of(string a, string b)
    {
        if (a.Length == 0 || b.Length == 0 || a == b || a.Length > Longest || b.Length > Longest)
        {
            return ([new TextRun(a, Differs: false)], [new TextRun(b, Differs: false)]);
        }

        var (pieceA, pieceB) = (Pieces(a), Pieces(b));
        var (keepA, keepB) = Common(pieceA, pieceB);
        return (Runs(pieceA, keepA), Runs(pieceB, keepB));
    }

    /// <summary>Single letters, but whole numbers.</summary>
    private static List<string> Pieces(string text)
    {
        var pieces = new List<string>();
        for (var start = 0; start < text.Length;)
        {
            var end = start + 1;
            while (char.IsAsciiDigit(text[start]) && end < text.Length && char.IsAsciiDigit(text[end]))
            {
                end++;
            }

            pieces.Add(text[start..end]);
            start = end;
        }

        return pieces;
    }

    private static (bool[] A, bool[] B) Common(List<string> a, List<string> b)
    {
        var length = new int[a.Count + 1, b.Count + 1];
        for (var i = a.Count - 1; i >= 0; i--)
        {
            for (var j = b.Count - 1; j >= 0; j--)
            {
                length[i, j] = Same(a[i], b[j]) ? length[i + 1, j + 1] + 1 : Math.Max(length[i + 1, j], length[i, j + 1]);
            }
        }

        var (keepA, keepB) = (new bool[a.Count], new bool[b.Count]);
        for (int i = 0, j = 0; i < a.Count && j < b.Count;)
        {
            if (Same(a[i], b[j]))
            {
                (keepA[i++], keepB[j++]) = (true, true);
            }
            else if (length[i + 1, j] >= length[i, j + 1])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return (keepA, keepB);
    }

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    private static List<TextRun> Runs(List<string> pieces, bool[] kept)
    {
        var runs = new List<TextRun>();
        for (var start = 0; start < pieces.Count;)
        {
            var end = start + 1;
            while (end < pieces.Count && kept[end] == kept[start])
            {
                end++;
            }

            runs.Add(new TextRun(string.Concat(pieces[start..end]), !kept[start]));
            start = end;
        }

        return runs;
    }
}
