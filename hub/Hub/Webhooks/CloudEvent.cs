using System.Buffers;
using System.Globalization;
using System.Text.Json;
using IntegrationHub.Hub.Contracts;
using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Hub.Webhooks;

/// <summary>Writes a change as a CloudEvents 1.0 structured JSON body: thin (ids, version, names of changed attributes), with values only where the subscription's contract gives them.</summary>
public static class CloudEvent
{
    public const string MediaType = "application/cloudevents+json";

    /// <param name="source">The hub, as a URI reference; (source, id) is the receiver's key against duplicates.</param>
    /// <param name="change">What happened, already cut to the reader's contract.</param>
    /// <param name="citizen">The person as of sending, already cut to the contract; null for a thin event or a person that is no more.</param>
    public static ReadOnlyMemory<byte> Write(Uri source, ChangeView change, CitizenView? citizen)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        json.WriteString("specversion", "1.0");
        json.WriteString("id", change.Cursor);
        json.WriteString("source", source.OriginalString);
        json.WriteString("type", Type(change.Kind));
        json.WriteString("subject", change.Golden.ToString());
        json.WriteString("time", change.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture));
        json.WriteString("datacontenttype", "application/json");
        json.WriteString("sequence", change.Sequence.ToString("D20", CultureInfo.InvariantCulture));
        json.WriteString("partitionkey", change.Golden.ToString());
        json.WriteStartObject("data");
        json.WriteString("id", change.Golden.ToString());
        json.WriteNumber("version", change.Version);
        json.WriteString("reason", change.Reason);
        WriteList(json, "ids", change.Touched.Select(id => id.ToString()));
        WriteList(json, "changed", change.Attributes);
        if (citizen is not null)
        {
            json.WritePropertyName("citizen");
            ViewJson.Write(json, citizen);
        }

        json.WriteEndObject();
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }

    /// <summary>The event type of a change: <c>fr.integrationhub.citizen.merged.v1</c>.</summary>
    public static string Type(ChangeKind kind) => $"fr.integrationhub.citizen.{kind.ToString().ToLowerInvariant()}.v1";

    private static void WriteList(Utf8JsonWriter json, string name, IEnumerable<string> items)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStringValue(item);
        }

        json.WriteEndArray();
    }
}
