using System.Globalization;
using System.Text;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Files.Reading;

namespace IntegrationHub.Host.Linkage;

/// <summary>Writes the input's rows again, in their order, with the cluster's number in a first column; in its encoding, with its mark, delimiter and line ends.</summary>
public static class ClusteredFile
{
    private const string Column = "cluster_id";

    private static readonly char[] Delimiters = [';', ',', '\t', '|'];

    /// <param name="target">File to write.</param>
    /// <param name="delimiter">The input's.</param>
    /// <param name="habit">The input's encoding and line ends.</param>
    /// <param name="columns">In file order.</param>
    /// <param name="pages">The rows again, from the first.</param>
    /// <param name="linked">Their clusters.</param>
    /// <param name="seen">Told of every row, in order.</param>
    /// <param name="cancellationToken">Stops between pages.</param>
    public static Task WriteAsync(
        string target, char delimiter, TextHabit habit, IReadOnlyList<string> columns, IAsyncEnumerable<IReadOnlyList<SourceRecord>> pages,
        LinkedFile linked, Action<int, SourceRecord> seen, CancellationToken cancellationToken) =>
        WholeFile.WriteAsync(target, part => WritePartAsync(part, delimiter, habit, columns, pages, linked, seen, cancellationToken));

    private static async Task WritePartAsync(
        string target, char delimiter, TextHabit habit, IReadOnlyList<string> columns, IAsyncEnumerable<IReadOnlyList<SourceRecord>> pages,
        LinkedFile linked, Action<int, SourceRecord> seen, CancellationToken cancellationToken)
    {
        var name = columns.Contains(Column) ? Column + "_new" : Column;
        await using var writer = new StreamWriter(target, append: false, habit.Encoding, 1 << 16) { NewLine = habit.NewLine };
        var header = new StringBuilder(name);
        foreach (var column in columns)
        {
            Append(header.Append(delimiter), column, delimiter);
        }

        await writer.WriteLineAsync(header, cancellationToken);
        var row = 0;
        await foreach (var (rows, lines) in InOrder.SelectAsync(pages, run => (run, Lines(run, columns, delimiter)), cancellationToken))
        {
            // All that is left may have been read ahead already.
            cancellationToken.ThrowIfCancellationRequested();
            for (var i = 0; i < rows.Count; i++, row++)
            {
                seen(row, rows[i]);
                writer.Write((linked.ClusterOfRow[row] + 1).ToString(CultureInfo.InvariantCulture));
                writer.WriteLine(lines[i]);
            }
        }
    }

    /// <summary>The rows' columns, each with a delimiter in front.</summary>
    private static string[] Lines(ArraySegment<SourceRecord> rows, IReadOnlyList<string> columns, char delimiter)
    {
        var read = new RowColumns(columns);
        var values = new string?[columns.Count];
        var line = new StringBuilder(512);
        var lines = new string[rows.Count];
        for (var i = 0; i < lines.Length; i++)
        {
            read.Read(rows[i], values);
            line.Clear();
            foreach (var value in values)
            {
                Append(line.Append(delimiter), value ?? "", delimiter);
            }

            lines[i] = line.ToString();
        }

        return lines;
    }

    private static void Append(StringBuilder line, string value, char delimiter)
    {
        if (value.AsSpan().IndexOfAny([delimiter, '"', '\n', '\r']) < 0)
        {
            line.Append(value);
            return;
        }

        line.Append('"').Append(value.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
    }

    /// <summary>The input's own: whatever stands most often in its first line.</summary>
    public static async Task<char> DelimiterAsync(string input, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(input, Encoding.Latin1, detectEncodingFromByteOrderMarks: true);
        var header = await reader.ReadLineAsync(cancellationToken) ?? "";
        return header.StartsWith('{') ? ';' : Delimiters.MaxBy(candidate => header.Count(letter => letter == candidate));
    }
}
