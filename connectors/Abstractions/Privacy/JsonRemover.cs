using System.Buffers;
using System.Text;
using System.Text.Json;

namespace IntegrationHub.Connectors.Abstractions.Privacy;

/// <summary>Cuts forbidden properties out of a JSON text. One pass of the reader finds them; what stays is copied byte by byte.</summary>
internal static class JsonRemover
{
    private const int LongestName = 256;
    private static readonly JsonReaderOptions Reading = new() { MaxDepth = 128 };

    public static bool IsJson(ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json, Reading);
            while (reader.Read())
            {
                continue;
            }

            return json.Length > 0;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    public static bool TryRemove(ReadOnlyMemory<byte> json, ForbiddenFields forbidden, out ReadOnlyMemory<byte> cleaned)
    {
        try
        {
            var cuts = Find(json.Span, forbidden);
            cleaned = cuts is null ? json : JsonCutter.Apply(json.Span, cuts);
            return json.Length > 0;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: a name that is not valid UTF-8.
            cleaned = default;
            return false;
        }
    }

    private static List<JsonCut>? Find(ReadOnlySpan<byte> json, ForbiddenFields forbidden)
    {
        List<JsonCut>? cuts = null;
        var reader = new Utf8JsonReader(json, Reading);
        while (reader.Read())
        {
            var start = (int)reader.TokenStartIndex;
            if (reader.TokenType != JsonTokenType.PropertyName)
            {
                Judge(ref reader, forbidden, property: null, ref cuts);
                continue;
            }

            var verdict = Judge(ref reader, forbidden);
            reader.Read();
            if (verdict == FieldVerdict.Forbidden || (verdict == FieldVerdict.ForbiddenText && reader.TokenType == JsonTokenType.String))
            {
                reader.Skip();
                (cuts ??= []).Add(JsonCut.Property(start, (int)reader.BytesConsumed));
            }
            else
            {
                Judge(ref reader, forbidden, start, ref cuts);
            }
        }

        return cuts;
    }

    private static FieldVerdict Judge(ref Utf8JsonReader reader, ForbiddenFields forbidden)
    {
        if (!reader.ValueIsEscaped)
        {
            return forbidden.Judge(reader.ValueSpan);
        }

        var length = reader.ValueSpan.Length;
        Span<char> name = length <= LongestName ? stackalloc char[LongestName] : new char[length];
        return forbidden.Judge(name[..reader.CopyString(name)]);
    }

    /// <param name="reader">On a value.</param>
    /// <param name="forbidden">The connection's.</param>
    /// <param name="property">Where the property's name starts; null for an element of an array.</param>
    /// <param name="cuts">What to cut.</param>
    private static void Judge(ref Utf8JsonReader reader, ForbiddenFields forbidden, int? property, ref List<JsonCut>? cuts)
    {
        if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.Number) || reader.ValueSpan.Length < NirShape.Bare)
        {
            return;
        }

        var (start, end) = ((int)reader.TokenStartIndex, (int)reader.BytesConsumed);
        var text = reader.ValueIsEscaped ? Encoding.UTF8.GetBytes(reader.GetString()!) : reader.ValueSpan;
        if (SensitiveNumbers.IsWhole(text, forbidden.Nir && (reader.TokenType == JsonTokenType.String || text.Length >= NirShape.Full), forbidden.Bank))
        {
            (cuts ??= []).Add(property is { } name ? JsonCut.Property(name, end) : JsonCut.Replace(start, end, "null"u8.ToArray()));
        }
        else if (reader.TokenType == JsonTokenType.String && SensitiveNumbers.TryMask(text, forbidden.Nir, forbidden.Bank, out var masked))
        {
            (cuts ??= []).Add(JsonCut.Replace(start, end, Quote(masked, reader.ValueIsEscaped)));
        }
    }

    private static byte[] Quote(byte[] text, bool escape)
    {
        var inner = escape ? JsonEncodedText.Encode(text).EncodedUtf8Bytes : text;
        return [(byte)'"', .. inner, (byte)'"'];
    }
}
