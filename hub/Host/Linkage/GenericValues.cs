using System.Globalization;

namespace IntegrationHub.Host.Linkage;

/// <summary>Puts a row's generic columns into the fields of a match record.</summary>
public sealed class GenericValues
{
    private static readonly string[] DateForms =
        ["yyyy-MM-dd", "yyyy/MM/dd", "yyyyMMdd", "dd/MM/yyyy", "d/M/yyyy", "dd-MM-yyyy", "dd.MM.yyyy", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-ddTHH:mm:ssZ"];

    private readonly (GenericColumn Column, int Position)[] _columns;

    /// <param name="columns">The columns.</param>
    /// <param name="fields">Fields of a match record, in order.</param>
    public GenericValues(IReadOnlyList<GenericColumn> columns, IReadOnlyList<string> fields) =>
        _columns = [.. columns.Select(column => (column, fields.ToList().IndexOf(column.Field)))];

    public bool Any => _columns.Length > 0;

    /// <summary>Writes one row's values into a record's.</summary>
    public void Fill(Dictionary<string, string> row, IReadOnlyList<string>[] values)
    {
        foreach (var (column, position) in _columns)
        {
            var text = row.GetValueOrDefault(column.Column, "").Trim();
            text = column.Kind == GenericKind.Date ? Date(text) ?? "" : text;
            if (text.Length > 0)
            {
                values[position] = [text];
            }
        }
    }

    /// <summary>A date as YYYY-MM-DD; null when it is none.</summary>
    internal static string? Date(string text) =>
        DateTime.TryParseExact(text, DateForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var date)
            ? date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : null;
}
