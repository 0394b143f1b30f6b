using System.Buffers;
using System.Text.Json;
using IntegrationHub.Mdm.Registry.Json;

namespace IntegrationHub.Mdm.Storage.Encoding;

/// <summary>The outcomes of a run's page as JSON: <c>[kind, key, kind, key, …]</c>.</summary>
internal static class OutcomeForm
{
    public static byte[] Write(IReadOnlyList<RecordOutcome> outcomes)
    {
        var buffer = new ArrayBufferWriter<byte>(16 + (outcomes.Count * 16));
        using var writer = RegistryJson.NewWriter(buffer);
        writer.WriteStartArray();
        foreach (var outcome in outcomes)
        {
            writer.WriteNumberValue((int)outcome.Kind);
            writer.WriteStringValue(StoredText.Write(outcome.Key));
        }

        writer.WriteEndArray();
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    public static List<RecordOutcome> Read(byte[] json)
    {
        var outcomes = new List<RecordOutcome>();
        var reader = new Utf8JsonReader(json);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.Number)
        {
            var kind = (OutcomeKind)reader.GetInt32();
            reader.Read();
            outcomes.Add(new RecordOutcome(StoredText.Read(reader.GetString()!), kind));
        }

        return outcomes;
    }
}
