namespace IntegrationHub.Connectors.Files.Csv;

/// <summary>Recognises delimiter and quote from the first lines.</summary>
internal static class DialectDetector
{
    private const int Lines = 50;

    // The order breaks ties: a French export has semicolons, and commas inside its numbers.
    private static readonly char[] Delimiters = [';', '\t', '|', ','];

    public static CsvDialect Detect(string sample)
    {
        var quote = sample.Contains('"', StringComparison.Ordinal) || !HasApostropheFields(sample) ? '"' : '\'';
        var best = Delimiters
            .Select(delimiter => (delimiter, score: Score(sample, delimiter, quote)))
            .MaxBy(candidate => candidate.score);
        return new CsvDialect(best.score == 0 ? "," : best.delimiter.ToString(), quote);
    }

    // The share of rows with as many fields as the first, then the number of fields; 0 for a delimiter the first row lacks.
    private static double Score(string sample, char delimiter, char quote)
    {
        var counts = Count(sample, delimiter, quote);
        if (counts.Count == 0 || counts[0] < 2)
        {
            return 0;
        }

        return ((double)counts.Count(count => count == counts[0]) / counts.Count) + (Math.Min(counts[0], 100) / 1000.0);
    }

    private static List<int> Count(string sample, char delimiter, char quote)
    {
        var counts = new List<int>();
        var (fields, quoted, empty) = (1, false, true);
        foreach (var letter in sample)
        {
            if (letter == quote)
            {
                quoted = !quoted;
            }
            else if (letter is '\n' or '\r' && !quoted)
            {
                if (!empty)
                {
                    counts.Add(fields);
                }

                (fields, empty) = (1, true);
                if (counts.Count == Lines)
                {
                    return counts;
                }

                continue;
            }
            else if (letter == delimiter && !quoted)
            {
                fields++;
            }

            empty = false;
        }

        // A sample's last line may be cut, unless it is the only one.
        if (counts.Count == 0 && !empty)
        {
            counts.Add(fields);
        }

        return counts;
    }

    private static bool HasApostropheFields(string sample) =>
        Delimiters.Any(delimiter => sample.Contains($"'{delimiter}'", StringComparison.Ordinal));
}
