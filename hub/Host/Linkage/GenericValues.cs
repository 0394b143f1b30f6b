using System.Globalization;
using System.Text;
using System.Text.Json;
using IntegrationHub.Connectors.Abstractions;

namespace IntegrationHub.Host.Linkage;

/// <summary>Puts a row's generic columns into the fields of a match record.</summary>
public sealed class GenericValues
{
    private static readonly string[] DateForms =
        ["yyyy-MM-dd", "yyyy/MM/dd", "yyyyMMdd", "dd/MM/yyyy", "d/M/yyyy", "dd-MM-yyyy", "dd.MM.yyyy", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-ddTHH:mm:ssZ"];

    private readonly (byte[] Name, GenericKind Kind, int Position)[] _columns;

    /// <param name="columns">The columns.</param>
    /// <param name="fields">Fields of a match record, in order; columns for others are passed over.</param>
    public GenericValues(IReadOnlyList<GenericColumn> columns, IReadOnlyList<string> fields) =>
        _columns = [.. columns.Select(column => (Encoding.UTF8.GetBytes(column.Column), column.Kind, fields.ToList().IndexOf(column.Field))).Where(column => column.Item3 >= 0)];

    public bool Any => _columns.Length > 0;

    /// <summary>Writes one row's values into those of its records.</summary>
    public void Fill(SourceRecord row, List<MatchRecord> records)
    {
        var reader = new Utf8JsonReader(row.Body.Span);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var column = Column(ref reader);
            reader.Read();
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            if (column < 0)
            {
                continue;
            }

            var (_, kind, position) = _columns[column];
            var text = (reader.TokenType == JsonTokenType.String ? reader.GetString()! : Encoding.UTF8.GetString(row.Body.Span[start..(int)reader.BytesConsumed])).Trim();
            text = kind == GenericKind.Date ? Date(text) ?? "" : text;
            if (text.Length > 0)
            {
                records.ForEach(record => record.Values[position] = [text]);
            }
        }
    }

    private int Column(ref Utf8JsonReader reader)
    {
        for (var i = 0; i < _columns.Length; i++)
        {
            if (reader.ValueTextEquals(_columns[i].Name))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>A date as YYYY-MM-DD; null when it is none.</summary>
    internal static string? Date(string text) =>
        DateTime.TryParseExact(text, DateForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var date)
            ? date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : null;
}
