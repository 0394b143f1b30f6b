using System.Globalization;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Mappings.Engine.Recognition;

namespace IntegrationHub.Host.Linkage;

/// <summary>Finds out, from the values of a whole file, how to compare the columns that no citizen has a place for.</summary>
public static class GenericColumns
{
    /// <summary>Fields the matcher has of each kind.</summary>
    private static readonly Dictionary<GenericKind, int> Room = new()
    {
        [GenericKind.Text] = 3, [GenericKind.Code] = 2, [GenericKind.Number] = 2, [GenericKind.Date] = 1,
    };

    /// <summary>A column filled in fewer rows than this tells nothing worth a comparison.</summary>
    private const double LeastFilled = 0.02;

    private const int MostCodes = 60;

    /// <summary>A text is another writing of the names where so many rows share a word between the two.</summary>
    private const double Redundant = 0.5;

    /// <param name="rows">All good rows.</param>
    /// <param name="guesses">What the columns were taken for; those left out as unknown are looked at, and those compared nowhere.</param>
    /// <param name="hidden">Columns that must not be seen.</param>
    /// <param name="said">Kinds a person gave; null for a column to be ignored.</param>
    public static IReadOnlyList<GenericColumn> Propose(
        IReadOnlyList<SourceRecord> rows, IReadOnlyList<ColumnGuess> guesses, IReadOnlySet<string> hidden, IReadOnlyDictionary<string, GenericKind?> said)
    {
        var open = guesses.Where(g => !hidden.Contains(g.Column) && (said.ContainsKey(g.Column) || IsOpen(g))).Select(g => g.Column).ToList();
        if (open.Count == 0)
        {
            return [];
        }

        var names = guesses.Where(g => g.Meaning is ColumnMeaning.BirthName or ColumnMeaning.UsageName or ColumnMeaning.FamilyName or ColumnMeaning.FullName or ColumnMeaning.GivenNames)
            .Select(g => g.Column).ToList();
        var values = Values(rows, [.. open.Concat(names).Distinct(StringComparer.Ordinal)]);
        var kinds = open.Select(column => (Column: column, Kind: said.TryGetValue(column, out var kind) ? kind : KindOf(column, names, values)))
            .Where(k => k.Kind is not null)
            .Select(k => (k.Column, Kind: k.Kind!.Value, Filled: values.Count(row => Filled(row, k.Column))));
        return
        [
            .. kinds.GroupBy(k => k.Kind).SelectMany(group => group
                .OrderByDescending(k => k.Filled).Take(Room[group.Key])
                .Select((k, i) => new GenericColumn(k.Column, k.Kind, $"{char.ToLowerInvariant($"{k.Kind}"[0])}{$"{k.Kind}"[1..]}{i + 1}"))),
        ];
    }

    private static List<Dictionary<string, string>> Values(IReadOnlyList<SourceRecord> rows, string[] columns)
    {
        var (read, values, found) = (new RowColumns(columns), new string?[columns.Length], new List<Dictionary<string, string>>(rows.Count));
        foreach (var row in rows)
        {
            read.Read(row, values);
            var said = new Dictionary<string, string>(columns.Length, StringComparer.Ordinal);
            for (var i = 0; i < columns.Length; i++)
            {
                if (values[i] is { } value)
                {
                    said.Add(columns[i], value);
                }
            }

            found.Add(said);
        }

        return found;
    }

    private static bool IsOpen(ColumnGuess guess) =>
        guess.Meaning is ColumnMeaning.Complement or ColumnMeaning.Country or ColumnMeaning.DeathDate
        || (guess.Meaning == ColumnMeaning.Unknown && guess.Reason is (RecognitionReason.Unknown or RecognitionReason.Repeated or RecognitionReason.ValuesDeny) && !RecordIds.IsOne(guess.Column));

    private static GenericKind? KindOf(string column, List<string> names, List<Dictionary<string, string>> rows)
    {
        var values = rows.Where(row => Filled(row, column)).Select(row => row[column].Trim()).ToList();
        var distinct = values.Distinct(StringComparer.OrdinalIgnoreCase).Count();
        if (values.Count < LeastFilled * rows.Count || distinct < 2)
        {
            return null;
        }

        if (values.Count(v => GenericValues.Date(v) is not null) > 0.9 * values.Count)
        {
            return GenericKind.Date;
        }

        if (distinct <= MostCodes && distinct < 0.2 * values.Count)
        {
            return GenericKind.Code;
        }

        // A column that never repeats is the record's own number, or a text nobody writes twice.
        if (distinct == values.Count && values.TrueForAll(v => !v.Contains(' ', StringComparison.Ordinal)))
        {
            return null;
        }

        return values.Count(v => decimal.TryParse(v, NumberStyles.Number, CultureInfo.InvariantCulture, out _)) > 0.9 * values.Count ? GenericKind.Number
            : RepeatsNames(column, names, rows) ? null : GenericKind.Text;
    }

    private static bool RepeatsNames(string column, List<string> names, List<Dictionary<string, string>> rows)
    {
        var both = rows.Where(row => Filled(row, column) && names.Exists(name => Filled(row, name))).ToList();
        return both.Count(row => Words(row[column]).Intersect(names.Where(name => Filled(row, name)).SelectMany(name => Words(row[name])), StringComparer.OrdinalIgnoreCase).Any()) > Redundant * both.Count;
    }

    private static string[] Words(string text) => text.Split([' ', '-', ',', '\''], StringSplitOptions.RemoveEmptyEntries);

    private static bool Filled(Dictionary<string, string> row, string column) => row.TryGetValue(column, out var value) && !string.IsNullOrWhiteSpace(value);
}
