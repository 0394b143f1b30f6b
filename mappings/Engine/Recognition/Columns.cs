namespace IntegrationHub.Mappings.Engine.Recognition;

/// <summary>The recognised columns, by meaning, as a document names them.</summary>
internal sealed class Columns(IReadOnlyList<ColumnGuess> guesses, IReadOnlyList<ColumnSample> samples, DateTimeOffset today)
{
    public DateTimeOffset Today => today;

    /// <summary>Whether any column holds a name, the least a record about somebody needs.</summary>
    public bool NamesPeople => NamesOf(guesses);

    /// <summary>Whether any column tells of a person, named or not.</summary>
    public bool TellsOfPeople => guesses.Any(g => g.Meaning is not (ColumnMeaning.Unknown or ColumnMeaning.RecordKey or ColumnMeaning.ChangedAt
        or ColumnMeaning.Siret or ColumnMeaning.Siren or ColumnMeaning.Country or ColumnMeaning.Nir));

    public static bool NamesOf(IEnumerable<ColumnGuess> guesses) => guesses.Any(g => g.Meaning is ColumnMeaning.BirthName or ColumnMeaning.UsageName
        or ColumnMeaning.FamilyName or ColumnMeaning.FullName or ColumnMeaning.GivenNames or ColumnMeaning.OrganisationName);

    public bool Has(ColumnMeaning meaning) => guesses.Any(g => g.Meaning == meaning);

    /// <summary>In file order; columns that are all numbered in that of their numbers.</summary>
    public IReadOnlyList<string> Names(params ColumnMeaning[] meanings)
    {
        string[] names = [.. guesses.Where(g => meanings.Contains(g.Meaning)).Select(g => g.Column)];
        return names.All(name => Number(name) > 0) ? [.. names.OrderBy(Number)] : names;
    }

    /// <summary>The number a name ends in; 0 for none.</summary>
    private static int Number(string name)
    {
        var digits = name.Length - name.AsSpan().TrimEnd("0123456789").Length;
        return int.TryParse(name.AsSpan(name.Length - digits), System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : 0;
    }

    public ColumnSample? Sample(ColumnMeaning meaning) => guesses.FirstOrDefault(g => g.Meaning == meaning) is { } guess ? samples.First(s => s.Name == guess.Column) : null;

    /// <summary>The sample of a column that has a meaning.</summary>
    public ColumnSample Named(string column) => samples.First(s => s.Name == column);

    /// <summary>The column whose being filled tells an organisation from a person.</summary>
    public string OrganisationSign => Quote(Names(ColumnMeaning.Siret, ColumnMeaning.Siren, ColumnMeaning.OrganisationName)[0]);

    /// <summary><c>attribute: column</c>, or null when no column has that meaning.</summary>
    public string? Line(string attribute, ColumnMeaning meaning, string pipe = "") =>
        Names(meaning) is [var column, ..] ? $"{attribute}: {Value(column, pipe)}" : null;

    /// <summary>A list of columns, or the only one.</summary>
    public static string List(IReadOnlyList<string> columns) => columns.Count == 1 ? Value(columns[0], "") : $"[{string.Join(", ", columns.Select(c => Value(c, "")))}]";

    public static string Value(string column, string pipe) =>
        IsPlain(column) ? pipe.Length == 0 ? Quote(column) : column.All(IsSimple) ? $"{column} | {pipe}" : Quote($"{column} | {pipe}")
        : pipe.Length == 0 ? $"{{ column: {Quote(column)} }}" : $"{{ column: {Quote(column)}, do: {Quote(pipe)} }}";

    public static string Quote(string text) =>
        text.Any(ColumnText.IsBreak) ? ColumnText.Quoted(text)
        : text.All(IsSimple) && char.IsAsciiLetter(text[0]) && text.ToUpperInvariant() is not ("NULL" or "TRUE" or "FALSE") ? text
        : $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>A name that stands in the short way of writing as it is; others take the long way.</summary>
    private static bool IsPlain(string column) => char.IsLetter(column[0]) && column.All(c => IsSimple(c) || char.IsLetter(c) || c is ' ' or '.' or '\'' or '°')
        && column.ToUpperInvariant() is not ("NULL" or "TRUE" or "FALSE");

    private static bool IsSimple(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '-';
}
