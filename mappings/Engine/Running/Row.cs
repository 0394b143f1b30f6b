using System.Text;
using System.Text.Json;
using IntegrationHub.Mappings.Engine.Functions.Text;

namespace IntegrationHub.Mappings.Engine.Running;

/// <summary>One JSON object of a source: where each column's value stands in the bytes. Values become texts when they are asked for.</summary>
internal sealed class Row
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private readonly RowShape shape;
    private readonly ReadOnlyMemory<byte> body;
    private readonly (int Start, int Length, bool Plain)[] values;

    private Row(RowShape shape, ReadOnlyMemory<byte> body) =>
        (this.shape, this.body, values) = (shape, body, new (int, int, bool)[shape.Count]);

    /// <exception cref="JsonException">The bytes are not one JSON object.</exception>
    public static Row Read(RowShape shape, ReadOnlyMemory<byte> body)
    {
        var row = new Row(shape, body);
        var reader = new Utf8JsonReader(body.Span);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("not an object");
        }

        row.Fill(ref reader, shape);
        return reader.Read() ? throw new JsonException("more than one value") : row;
    }

    /// <summary>The rows of an array of objects; a single object counts as an array of one, anything else is passed over and told.</summary>
    public IEnumerable<Row> Items(int place, RowShape items, Attempt attempt)
    {
        attempt.Column = shape.NameAt(place);
        if (Value(place) is not { Length: > 0 } bytes || bytes.Span[0] is (byte)'n')
        {
            yield break;
        }

        if (bytes.Span[0] == '{')
        {
            yield return Read(items, bytes);
            yield break;
        }

        if (bytes.Span[0] != '[')
        {
            attempt.Note("list.not-a-list");
            yield break;
        }

        foreach (var (start, length) in Elements(bytes.Span))
        {
            var element = bytes.Slice(start, length);
            if (element.Span[0] == '{')
            {
                yield return Read(items, element);
            }
            else if (element.Span[0] != 'n')
            {
                attempt.Column = shape.NameAt(place);
                attempt.Note("list.not-an-object");
            }
        }
    }

    /// <summary>A column's value: a cleaned text, a list of them for a JSON array, or null when it is missing or blank.</summary>
    public object? Text(int place, Attempt attempt)
    {
        var (start, length, plain) = values[place];
        if (length == 0)
        {
            return null;
        }

        attempt.Column = shape.NameAt(place);
        if (plain)
        {
            return Plain(body.Span.Slice(start + 1, length - 2), attempt);
        }

        var reader = new Utf8JsonReader(body.Span.Slice(start, length));
        reader.Read();
        return reader.TokenType switch
        {
            JsonTokenType.StartArray => List(ref reader, attempt),
            JsonTokenType.StartObject => attempt.Fail("column.not-a-text"),
            _ => Scalar(ref reader, attempt),
        };
    }

    /// <summary>Where each element of a JSON array stands.</summary>
    private static List<(int Start, int Length)> Elements(ReadOnlySpan<byte> array)
    {
        var elements = new List<(int, int)>();
        var reader = new Utf8JsonReader(array);
        reader.Read();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            elements.Add((start, (int)reader.BytesConsumed - start));
        }

        return elements;
    }

    private ReadOnlyMemory<byte> Value(int place) => body.Slice(values[place].Start, values[place].Length);

    private void Fill(ref Utf8JsonReader reader, RowShape level)
    {
        var hint = 0;
        Span<byte> buffer = stackalloc byte[256];
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            scoped var name = reader.ValueSpan;
            if (reader.ValueIsEscaped && name.Length <= buffer.Length)
            {
                var length = reader.CopyString(buffer);
                name = buffer[..length];
            }

            var found = level.Find(name, hint);
            if (found < 0 && name.Length > 0 && (name[0] is (byte)' ' or (byte)'"' || name[^1] is (byte)' '))
            {
                // Spaces and quotes stray around the headers of real files.
                found = level.Find(name.Trim(" \""u8), hint);
            }

            reader.Read();
            var (start, plain) = ((int)reader.TokenStartIndex, reader.TokenType == JsonTokenType.String && !reader.ValueIsEscaped);
            if (found < 0)
            {
                reader.Skip();
                continue;
            }

            hint = found + 1 == level.EntryCount ? 0 : found + 1;
            var (place, group) = level.At(found);
            if (group is not null && reader.TokenType == JsonTokenType.StartObject)
            {
                Fill(ref reader, group);
            }
            else
            {
                reader.Skip();
            }

            if (place >= 0)
            {
                values[place] = (start, (int)reader.BytesConsumed - start, plain);
            }
        }
    }

    private static string[]? List(ref Utf8JsonReader reader, Attempt attempt)
    {
        var texts = new List<string>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
            {
                attempt.Note("column.not-a-text");
                reader.Skip();
            }
            else if (Scalar(ref reader, attempt) is string text)
            {
                texts.Add(text);
            }
        }

        return texts.Count == 0 ? null : [.. texts];
    }

    // Most values: a string without escapes, whose bytes are its text.
    private static object? Plain(ReadOnlySpan<byte> text, Attempt attempt)
    {
        try
        {
            return text.IsEmpty ? null : Cleaning.Clean(Strict.GetString(text), attempt);
        }
        catch (DecoderFallbackException)
        {
            return attempt.Fail("text.damaged");
        }
    }

    private static object? Scalar(ref Utf8JsonReader reader, Attempt attempt)
    {
        try
        {
            return reader.TokenType switch
            {
                JsonTokenType.String => Cleaning.Clean(reader.GetString()!, attempt),
                JsonTokenType.Number => Encoding.UTF8.GetString(reader.ValueSpan),
                JsonTokenType.True => "true",
                JsonTokenType.False => "false",
                _ => null,
            };
        }
        catch (InvalidOperationException)
        {
            // The bytes are no UTF-8.
            return attempt.Fail("text.damaged");
        }
    }
}
