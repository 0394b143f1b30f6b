using System.Text.RegularExpressions;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Abstractions.Documents;
using IntegrationHub.Host.Cli;
using IntegrationHub.Host.Texts;

namespace IntegrationHub.Host.Linkage;

/// <summary>Where a file tells who each row truly is: a column, and a pattern whose match in it counts.</summary>
public sealed record TruthColumn(string Column, Regex? Match)
{
    /// <exception cref="UsageException">Not a regular expression.</exception>
    public static Regex? Pattern(string? text, Words words)
    {
        try
        {
            return text is null ? null : new Regex(text, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        }
        catch (ArgumentException problem)
        {
            throw new UsageException(words["evaluate.bad-pattern", text, problem.Message], problem);
        }
    }

    /// <exception cref="UsageException">The file has no such column.</exception>
    public void RequireIn(IReadOnlyList<string> columns, Words words)
    {
        if (!columns.Contains(Column))
        {
            var nearest = NearestWord.Of(Column, columns);
            throw new UsageException(nearest is null
                ? words["evaluate.no-column", Column, string.Join(", ", columns)]
                : words["evaluate.no-column-near", Column, nearest]);
        }
    }

    /// <summary>The person of each row; a row that tells none is a person of its own.</summary>
    /// <exception cref="UsageException">No row tells one, or the pattern does not come to an end.</exception>
    public IReadOnlyDictionary<int, string> Of(IReadOnlyList<SourceRecord> rows, Words words)
    {
        var told = false;
        var truth = new Dictionary<int, string>(rows.Count);
        for (var row = 0; row < rows.Count; row++)
        {
            var text = FileRows.Values(rows[row]).GetValueOrDefault(Column, "").Trim();
            var said = Match is null ? text : Found(text, words);
            told |= said.Length > 0;
            truth[row] = said.Length > 0 ? "=" + said : $"row {row}";
        }

        return told || rows.Count == 0 ? truth : throw new UsageException(words[Match is null ? "evaluate.no-truth" : "evaluate.no-match", Column, Match?.ToString() ?? ""]);
    }

    private string Found(string text, Words words)
    {
        try
        {
            return Match!.Match(text).Value;
        }
        catch (RegexMatchTimeoutException problem)
        {
            throw new UsageException(words["evaluate.slow-pattern", Match!, Column], problem);
        }
    }
}
