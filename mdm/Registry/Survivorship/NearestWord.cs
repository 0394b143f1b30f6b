namespace IntegrationHub.Mdm.Registry.Survivorship;

/// <summary>The valid word a mistyped one is nearest to (Levenshtein distance, case ignored; the first of equals).</summary>
internal static class NearestWord
{
    public static string Of(string word, IReadOnlyList<string> valid) => valid.MinBy(other => Distance(word.ToLowerInvariant(), other.ToLowerInvariant()))!;

    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j] + 1, row[j - 1] + 1), diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[b.Length];
    }
}
