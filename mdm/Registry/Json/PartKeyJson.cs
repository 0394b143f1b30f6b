using System.Text.Json;
using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Mdm.Registry.Json;

/// <summary>A part key as <c>[connection, key]</c> or <c>[connection, key, part]</c>.</summary>
internal static class PartKeyJson
{
    public static void Write(Utf8JsonWriter writer, PartKey key)
    {
        writer.WriteStartArray();
        writer.WriteStringValue(key.Record.Connection);
        writer.WriteStringValue(key.Record.Key);
        if (key.Part.Length > 0)
        {
            writer.WriteStringValue(key.Part);
        }

        writer.WriteEndArray();
    }

    public static PartKey Read(ref Utf8JsonReader reader)
    {
        reader.Read();
        var connection = JsonParts.ReadText(ref reader);
        reader.Read();
        var key = JsonParts.ReadText(ref reader);
        var part = "";
        reader.Read();
        if (reader.TokenType != JsonTokenType.EndArray)
        {
            part = JsonParts.ReadText(ref reader);
            reader.Read();
        }

        return new PartKey(connection, key, part);
    }
}
