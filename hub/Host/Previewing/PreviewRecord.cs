using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Hub.Ingestion;
using IntegrationHub.Mappings.Engine.Outgoing;

namespace IntegrationHub.Host.Previewing;

/// <summary>A record as the system gave it, forbidden fields removed, and as the mapping reads it.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Raw">Its body; null for a deletion.</param>
/// <param name="Mapped">In the words of a mapping's examples.</param>
public sealed record PreviewRecord(string Key, JsonNode? Raw, JsonObject Mapped)
{
    public static PreviewRecord Of(SourceRecord record, string connection, RecordMapping map, DateTimeOffset at) =>
        new(record.Key, Parsed(record.Body), MappedJson.Of(map(connection, record, at)));

    private static JsonNode? Parsed(ReadOnlyMemory<byte> body)
    {
        try
        {
            return body.IsEmpty ? null : JsonNode.Parse(body.Span);
        }
        catch (JsonException)
        {
            return "(unreadable)"; // its mapping says the same as an issue
        }
    }
}
