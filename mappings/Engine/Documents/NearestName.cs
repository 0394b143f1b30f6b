namespace IntegrationHub.Mappings.Engine.Documents;

/// <summary>The known word a mistyped one most likely stands for.</summary>
public static class NearestName
{
    /// <returns>Null when no word is within a third of its letters; ties go to the first in ordinal order.</returns>
    public static string? Of(string word, IEnumerable<string> known)
    {
        var wanted = Plain(word);
        return known
            .Select(k => (Name: k, Distance: Distance(wanted, Plain(k))))
            .Where(k => k.Distance <= Math.Max(1, Math.Max(word.Length, k.Name.Length) / 3))
            .OrderBy(k => k.Distance).ThenBy(k => k.Name, StringComparer.Ordinal)
            .Select(k => k.Name)
            .FirstOrDefault();
    }

    private static string Plain(string word) =>
        word.ToUpperInvariant().Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);

    /// <summary>Optimal string alignment: insertions, deletions, substitutions, swaps of neighbours.</summary>
    private static int Distance(string a, string b)
    {
        var rows = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            rows[i, 0] = i;
        }

        for (var j = 0; j <= b.Length; j++)
        {
            rows[0, j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var best = Math.Min(
                    Math.Min(rows[i - 1, j] + 1, rows[i, j - 1] + 1),
                    rows[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                rows[i, j] = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] ? Math.Min(best, rows[i - 2, j - 2] + 1) : best;
            }
        }

        return rows[a.Length, b.Length];
    }
}
