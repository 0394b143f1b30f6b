using System.Globalization;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Mdm.Matching;

namespace IntegrationHub.Host.Linkage;

/// <summary>Puts a row's generic columns into the fields of a match record.</summary>
public sealed class GenericValues
{
    private static readonly string[] DateForms =
        ["yyyy-MM-dd", "yyyy/MM/dd", "yyyyMMdd", "dd/MM/yyyy", "d/M/yyyy", "dd-MM-yyyy", "dd.MM.yyyy", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-ddTHH:mm:ssZ"];

    private readonly (GenericKind Kind, int Position)[] _columns;
    private readonly RowColumns _read;

    /// <param name="columns">The columns.</param>
    /// <param name="fields">Fields of a match record, in order; columns for others are passed over.</param>
    public GenericValues(IReadOnlyList<GenericColumn> columns, IReadOnlyList<string> fields)
    {
        var read = columns.Where(column => fields.Contains(column.Field)).ToList();
        _columns = [.. read.Select(column => (column.Kind, fields.ToList().IndexOf(column.Field)))];
        _read = new RowColumns(read.Select(column => column.Column));
    }

    public bool Any => _columns.Length > 0;

    /// <summary>Writes one row's values into those of its records.</summary>
    public void Fill(SourceRecord row, List<MatchRecord> records)
    {
        var values = new string?[_columns.Length];
        _read.Read(row, values);
        for (var i = 0; i < values.Length; i++)
        {
            var (kind, position) = _columns[i];
            var text = values[i]?.Trim() ?? "";
            text = kind == GenericKind.Date ? Date(text) ?? "" : text;
            if (text.Length > 0)
            {
                records.ForEach(record => record.Values[position] = [text]);
            }
        }
    }

    /// <summary>A date as YYYY-MM-DD; null when it is none.</summary>
    internal static string? Date(string text) =>
        DateTime.TryParseExact(text, DateForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var date)
            ? date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : null;
}
