using System.Data.Common;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using IntegrationHub.Connectors.Abstractions.Privacy;
using IntegrationHub.Connectors.Files.Reading;

namespace IntegrationHub.Connectors.Sql.Reading;

/// <summary>Where the columns of a result stand, and how a row becomes a JSON object.</summary>
internal sealed class SqlRow
{
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };
    private readonly SqlSettings settings;
    private readonly string[] names;
    private readonly bool[] shown;
    private readonly int[] key;
    private readonly int cursor;
    private readonly int deleted;

    /// <exception cref="SqlRefusedException">A column of the settings is not there.</exception>
    public SqlRow(DbDataReader reader, SqlSettings settings, ForbiddenFields forbidden)
    {
        this.settings = settings;
        names = [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)];
        shown = [.. names.Select(name => !forbidden.Names(name))];
        key = [.. settings.Key.Select(Find)];
        cursor = settings.Cursor is { } column ? Find(column) : -1;
        deleted = settings.Deletions == SqlDeletions.Flag ? Find(settings.DeletedColumn!) : -1;
        if (settings.Key.FirstOrDefault(forbidden.Names) is { } wrong)
        {
            throw new SqlRefusedException("sql.key-forbidden", $"The column \"{wrong}\" is forbidden on this connection, so it cannot be a key: choose another.");
        }
    }

    /// <summary>The record's key; null when all key columns are empty or it is too long.</summary>
    public string? Key(DbDataReader reader) => RowKey.Join([.. key.Select(column => reader.IsDBNull(column) ? "" : Text(reader.GetValue(column)))]);

    /// <summary>The key of a result that holds the key columns alone.</summary>
    public static string? KeyOf(DbDataReader reader, int columns) =>
        RowKey.Join([.. Enumerable.Range(0, columns).Select(column => reader.IsDBNull(column) ? "" : Text(reader.GetValue(column)))]);

    public IReadOnlyList<SqlPoint> Keys(DbDataReader reader) => [.. key.Select(column => SqlPoint.Of(reader.GetValue(column)))];

    /// <summary>Null when the column is empty, or there is none.</summary>
    public SqlPoint? Cursor(DbDataReader reader) => cursor < 0 || reader.IsDBNull(cursor) ? null : SqlPoint.Of(reader.GetValue(cursor));

    public bool Deleted(DbDataReader reader) =>
        deleted >= 0 && !reader.IsDBNull(deleted) && settings.DeletedValues.Contains(Text(reader.GetValue(deleted)).Trim(), StringComparer.OrdinalIgnoreCase);

    public byte[] Body(DbDataReader reader)
    {
        using var buffer = new MemoryStream(512);
        using (var writer = new Utf8JsonWriter(buffer, Writing))
        {
            writer.WriteStartObject();
            for (var column = 0; column < names.Length; column++)
            {
                if (shown[column])
                {
                    writer.WritePropertyName(names[column]);
                    Write(writer, reader.IsDBNull(column) ? null : reader.GetValue(column));
                }
            }

            writer.WriteEndObject();
        }

        return buffer.ToArray();
    }

    private static void Write(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case long or int or short or byte:
                writer.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            case decimal number:
                writer.WriteNumberValue(number);
                break;
            case string[] list:
                writer.WriteStartArray();
                foreach (var item in list)
                {
                    writer.WriteStringValue(item);
                }

                writer.WriteEndArray();
                break;
            default:
                writer.WriteStringValue(Text(value));
                break;
        }
    }

    // A time without a zone stays without one: the mapping reads it in the connection's zone.
    private static string Text(object value) => value switch
    {
        string text => text,
        DateTime { TimeOfDay.Ticks: 0, Kind: DateTimeKind.Unspecified } day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime time => time.ToString(time.Kind == DateTimeKind.Utc ? "yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'" : "yyyy-MM-dd'T'HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture),
        DateTimeOffset time => time.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFK", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        byte[] bytes => Convert.ToBase64String(bytes),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private int Find(string column)
    {
        var at = Array.FindIndex(names, name => name == column);
        at = at >= 0 ? at : Array.FindIndex(names, name => name.Equals(column, StringComparison.OrdinalIgnoreCase));
        if (at >= 0)
        {
            return at;
        }

        var nearest = Abstractions.Documents.NearestWord.Of(column, names);
        throw new SqlRefusedException("sql.column-unknown", $"The view has no column \"{column}\"" + (nearest is null ? ": check the connection's settings." : $": did you mean \"{nearest}\"?"));
    }
}
