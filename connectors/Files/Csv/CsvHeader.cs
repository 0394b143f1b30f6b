using System.Globalization;
using System.Text.RegularExpressions;
using IntegrationHub.Connectors.Abstractions.Documents;
using IntegrationHub.Connectors.Files.Reading;

namespace IntegrationHub.Connectors.Files.Csv;

/// <summary>The columns of a file: trimmed, without quotes, each name once.</summary>
internal static partial class CsvHeader
{
    /// <exception cref="FileRefusedException">The first line is no header.</exception>
    public static IReadOnlyList<string> Read(IReadOnlyList<string> cells, string file)
    {
        var names = cells.Select(cell => cell.Trim().Trim('"', '\'').Trim()).ToList();
        if (names.Exists(name => Data().IsMatch(name)))
        {
            throw new FileRefusedException("csv.header-missing",
                $"The first line of {file} looks like a row, not like column names: add a header line, or name the columns under \"columns\".");
        }

        return Distinct(names);
    }

    /// <summary>Where the wanted columns stand.</summary>
    /// <exception cref="FileRefusedException">One is not there, or its name stands twice.</exception>
    public static int[] Find(IReadOnlyList<string> columns, IReadOnlyList<string> wanted, string file) =>
        [.. wanted.Select(name => Find(columns, name, file))];

    private static int Find(IReadOnlyList<string> columns, string name, string file)
    {
        var at = columns.ToList().IndexOf(name);
        if (at < 0)
        {
            var nearest = NearestWord.Of(name, columns);
            throw new FileRefusedException("csv.column-unknown",
                $"{file} has no column \"{name}\"" + (nearest is null ? ": check its header against the connection's settings." : $": did you mean \"{nearest}\"?"));
        }

        return columns.Contains(Second(name, 2))
            ? throw new FileRefusedException("csv.column-twice", $"{file} has two columns \"{name}\": which is meant cannot be told; rename one.")
            : at;
    }

    // "Name", "Name (2)": a doubled name keeps both columns; an empty one is called after its place.
    private static List<string> Distinct(List<string> names)
    {
        var distinct = new List<string>();
        foreach (var (index, name) in names.Index())
        {
            var wanted = name.Length == 0 ? string.Create(CultureInfo.InvariantCulture, $"column {index + 1}") : name;
            var unique = wanted;
            for (var number = 2; distinct.Contains(unique); number++)
            {
                unique = Second(wanted, number);
            }

            distinct.Add(unique);
        }

        return distinct;
    }

    private static string Second(string name, int number) => string.Create(CultureInfo.InvariantCulture, $"{name} ({number})");

    // Numbers, dates and e-mail addresses are never column names.
    [GeneratedRegex(@"^([0-9][0-9\s.,/-]*|[^@\s]+@[^@\s]+)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Data();
}
