using System.Globalization;
using System.Text.Json;
using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Mdm.Registry.Json;

/// <summary>The small pieces every form shares: what is null, empty or default is left out.</summary>
internal static class JsonParts
{
    public static void Text(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }

    public static void Flag(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, bool value)
    {
        if (value)
        {
            writer.WriteBoolean(name, value);
        }
    }

    public static void Word<T>(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, T value)
        where T : struct, Enum
    {
        if (!EqualityComparer<T>.Default.Equals(value, default))
        {
            writer.WriteString(name, EnumWords<T>.Of(value));
        }
    }

    public static void Partial(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, PartialDate? value) =>
        writer.Text(name, value?.ToString());

    public static void Day(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, DateOnly? value) =>
        writer.Text(name, value?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <summary>Whole microseconds in UTC: what every store keeps.</summary>
    public static void Instant(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, DateTimeOffset? value)
    {
        if (value is { } at)
        {
            var utc = at.UtcDateTime;
            writer.WriteString(name, utc.AddTicks(-(utc.Ticks % TimeSpan.TicksPerMicrosecond)));
        }
    }

    public static void Texts(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, IReadOnlyList<string> values) =>
        writer.Items(name, values, static (w, value) => w.WriteStringValue(value));

    public static void Items<T>(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, IReadOnlyList<T> values, Action<Utf8JsonWriter, T> write)
    {
        if (values.Count == 0)
        {
            return;
        }

        writer.WriteStartArray(name);
        for (var i = 0; i < values.Count; i++)
        {
            write(writer, values[i]);
        }

        writer.WriteEndArray();
    }

    public static string ReadText(ref Utf8JsonReader reader) => reader.GetString() ?? throw new FormatException("a text is missing");

    public static DateTimeOffset ReadInstant(ref Utf8JsonReader reader) => reader.GetDateTimeOffset();

    public static PartialDate ReadPartial(ref Utf8JsonReader reader) =>
        PartialDate.Parse(reader.GetString()) ?? throw new FormatException("not a date");

    public static DateOnly ReadDay(ref Utf8JsonReader reader) =>
        DateOnly.ParseExact(ReadText(ref reader), "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static List<T> ReadList<T>(ref Utf8JsonReader reader, JsonItem<T> item)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new FormatException("not a list");
        }

        var list = new List<T>(2);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            list.Add(item(ref reader));
        }

        return list;
    }

    /// <summary>Steps to the next property that has a value: null says what leaving it out says; false at the end of the object.</summary>
    public static bool NextProperty(ref Utf8JsonReader reader)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var value = reader;
            if (!value.Read() || value.TokenType != JsonTokenType.Null)
            {
                return true;
            }

            reader = value;
        }

        return false;
    }

    public static bool Is(ref Utf8JsonReader reader, ReadOnlySpan<byte> name)
    {
        if (!reader.ValueTextEquals(name))
        {
            return false;
        }

        reader.Read();
        return true;
    }
}
