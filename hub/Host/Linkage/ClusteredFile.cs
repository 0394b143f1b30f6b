using System.Globalization;
using System.Text;
using IntegrationHub.Connectors.Files.Reading;

namespace IntegrationHub.Host.Linkage;

/// <summary>Writes the input's rows again, in their order, with the cluster's number in a first column; in its encoding, with its mark, delimiter and line ends.</summary>
public static class ClusteredFile
{
    private const string Column = "cluster_id";

    private static readonly char[] Delimiters = [';', ',', '\t', '|'];

    public static async Task WriteAsync(string target, char delimiter, TextHabit habit, FileRows rows, LinkedFile linked, CancellationToken cancellationToken)
    {
        var name = rows.Columns.Contains(Column) ? Column + "_new" : Column;
        await using var writer = new StreamWriter(target, append: false, habit.Encoding) { NewLine = habit.NewLine };
        await writer.WriteLineAsync(Line([name, .. rows.Columns], delimiter).AsMemory(), cancellationToken);
        for (var row = 0; row < rows.Rows.Count; row++)
        {
            var values = FileRows.Values(rows.Rows[row]);
            var cluster = (linked.ClusterOfRow[row] + 1).ToString(CultureInfo.InvariantCulture);
            var line = Line([cluster, .. rows.Columns.Select(column => values.GetValueOrDefault(column, ""))], delimiter);
            await writer.WriteLineAsync(line.AsMemory(), cancellationToken);
        }
    }

    /// <summary>The input's own: whatever stands most often in its first line.</summary>
    public static async Task<char> DelimiterAsync(string input, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(input, Encoding.Latin1, detectEncodingFromByteOrderMarks: true);
        var header = await reader.ReadLineAsync(cancellationToken) ?? "";
        return header.StartsWith('{') ? ';' : Delimiters.MaxBy(candidate => header.Count(letter => letter == candidate));
    }

    private static string Line(IEnumerable<string> values, char delimiter) => string.Join(delimiter, values.Select(value => Field(value, delimiter)));

    private static string Field(string value, char delimiter) =>
        value.AsSpan().IndexOfAny(delimiter, '"', '\n') >= 0 || value.Contains('\r', StringComparison.Ordinal)
            ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : value;
}
