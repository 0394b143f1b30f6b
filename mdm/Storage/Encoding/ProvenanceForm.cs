using System.Buffers;
using System.Text.Json;
using IntegrationHub.Mdm.Registry.Json;

namespace IntegrationHub.Mdm.Storage.Encoding;

/// <summary>Provenance as stored: one array a line, <c>[attribute, member, micros, rule]</c>, naming the source by its place among the members.</summary>
/// <remarks>A golden record repeats the same few sources a dozen times; by place the column is a third of its length.</remarks>
internal static class ProvenanceForm
{
    private const int NoSource = -1;

    public static byte[] Write(GoldenRecord golden)
    {
        if (golden.Provenance.Count == 0)
        {
            return [];
        }

        var buffer = new ArrayBufferWriter<byte>(512);
        using var writer = RegistryJson.NewWriter(buffer);
        writer.WriteStartArray();
        foreach (var line in golden.Provenance)
        {
            writer.WriteStartArray();
            writer.WriteStringValue(line.Attribute);
            WriteSource(writer, line.Source, golden.Members);
            WriteInstant(writer, line.At);
            writer.WriteStringValue(line.Rule);
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    public static IReadOnlyList<Provenance> Read(byte[] json, IReadOnlyList<PartKey> members)
    {
        var lines = new List<Provenance>();
        if (json.Length == 0)
        {
            return lines;
        }

        var reader = new Utf8JsonReader(json);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.StartArray)
        {
            reader.Read();
            var attribute = reader.GetString()!;
            reader.Read();
            var source = ReadSource(ref reader, members);
            reader.Read();
            DateTimeOffset? at = reader.TokenType == JsonTokenType.Number ? reader.GetInt64().ToInstant() : null;
            reader.Read();
            lines.Add(new Provenance(attribute, source, at, reader.GetString()!));
            reader.Read();
        }

        return lines;
    }

    private static void WriteSource(Utf8JsonWriter writer, PartKey? source, IReadOnlyList<PartKey> members)
    {
        var place = source is null ? NoSource : IndexOf(members, source.Value);
        if (source is { } key && place < 0)
        {
            writer.WriteStartArray();
            writer.WriteStringValue(key.Record.Connection);
            writer.WriteStringValue(key.Record.Key);
            writer.WriteStringValue(key.Part);
            writer.WriteEndArray();
        }
        else
        {
            writer.WriteNumberValue(place);
        }
    }

    private static PartKey? ReadSource(ref Utf8JsonReader reader, IReadOnlyList<PartKey> members)
    {
        if (reader.TokenType == JsonTokenType.Number)
        {
            var place = reader.GetInt32();
            return place == NoSource ? null : members[place];
        }

        reader.Read();
        var connection = reader.GetString()!;
        reader.Read();
        var key = reader.GetString()!;
        reader.Read();
        var part = reader.GetString()!;
        reader.Read();
        return new PartKey(connection, key, part);
    }

    private static void WriteInstant(Utf8JsonWriter writer, DateTimeOffset? at)
    {
        if (at is { } instant)
        {
            writer.WriteNumberValue(instant.ToMicros());
        }
        else
        {
            writer.WriteNullValue();
        }
    }

    private static int IndexOf(IReadOnlyList<PartKey> members, PartKey key)
    {
        for (var i = 0; i < members.Count; i++)
        {
            if (members[i] == key)
            {
                return i;
            }
        }

        return NoSource;
    }
}
