using System.Text;
using System.Text.Json;
using IntegrationHub.Connectors.Abstractions;

namespace IntegrationHub.Host.Linkage;

/// <summary>Some columns of rows as text, read in one pass over a row; nested values of JSON lines as JSON.</summary>
/// <param name="columns">Their names, each once; fastest in the order the rows have them.</param>
public sealed class RowColumns(IEnumerable<string> columns)
{
    private readonly byte[][] _names = [.. columns.Select(Encoding.UTF8.GetBytes)];

    public int Count => _names.Length;

    /// <summary>Writes the value of each column; null where the row lacks it or says null.</summary>
    public void Read(SourceRecord row, Span<string?> values)
    {
        values.Clear();
        var reader = new Utf8JsonReader(row.Body.Span);
        reader.Read();
        for (var next = 0; reader.Read() && reader.TokenType == JsonTokenType.PropertyName;)
        {
            var column = Find(ref reader, next);
            reader.Read();
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            if (column >= 0)
            {
                values[column] = reader.TokenType switch
                {
                    JsonTokenType.String => reader.GetString(),
                    JsonTokenType.Null => null,
                    _ => Encoding.UTF8.GetString(row.Body.Span[start..(int)reader.BytesConsumed]),
                };
                next = column + 1;
            }
        }
    }

    private int Find(ref Utf8JsonReader reader, int next)
    {
        for (var i = 0; i < _names.Length; i++)
        {
            var column = next + i < _names.Length ? next + i : next + i - _names.Length;
            if (reader.ValueTextEquals(_names[column]))
            {
                return column;
            }
        }

        return -1;
    }
}
