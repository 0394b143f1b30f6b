namespace IntegrationHub.Connectors.Abstractions.Documents;

/// <summary>Finds the word someone probably meant.</summary>
public static class NearestWord
{
    /// <summary>The valid word at the smallest Damerau–Levenshtein distance, ignoring case; null when none is within a third of the word's length (at least 2). Ties go to the word first in ordinal order.</summary>
    public static string? Of(string word, IEnumerable<string> valid)
    {
        var limit = Math.Max(2, word.Length / 3);
        return valid
            .Select(candidate => (candidate, distance: Distance(word.ToLowerInvariant(), candidate.ToLowerInvariant())))
            .Where(pair => pair.distance <= limit && pair.distance < Math.Max(word.Length, pair.candidate.Length))
            .OrderBy(pair => pair.distance).ThenBy(pair => pair.candidate, StringComparer.Ordinal)
            .Select(pair => pair.candidate)
            .FirstOrDefault();
    }

    private static int Distance(string a, string b)
    {
        var table = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++) table[i, 0] = i;
        for (var j = 0; j <= b.Length; j++) table[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                var best = Math.Min(Math.Min(table[i - 1, j] + 1, table[i, j - 1] + 1), table[i - 1, j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    best = Math.Min(best, table[i - 2, j - 2] + 1);
                }

                table[i, j] = best;
            }
        }

        return table[a.Length, b.Length];
    }
}
