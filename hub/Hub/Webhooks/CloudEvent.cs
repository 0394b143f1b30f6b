using System.Buffers;
using System.Globalization;
using System.Text.Json;
using IntegrationHub.Hub.Contracts;
using IntegrationHub.Mdm.Registry.Json;

namespace IntegrationHub.Hub.Webhooks;

/// <summary>Writes an event as a CloudEvents 1.0 structured JSON body: thin (ids, versions, names of changed attributes), with values only where the subscription's contract gives them.</summary>
public static class CloudEvent
{
    public const string MediaType = "application/cloudevents+json";

    public const string TestType = "fr.integrationhub.test.v1";

    /// <param name="source">The hub, as a URI reference; (source, id) is the receiver's key against duplicates.</param>
    /// <param name="told">What happened, already cut to the reader's contract.</param>
    public static ReadOnlyMemory<byte> Write(Uri source, CitizenEvent told)
    {
        var buffer = new ArrayBufferWriter<byte>(768);
        using var json = RegistryJson.NewWriter(buffer);
        json.WriteStartObject();
        WriteHead(json, source, told.Id, Type(told.Kind), told.At);
        json.WriteString("subject", told.Golden.ToString());
        json.WriteString("sequence", told.Sequence.ToString("D20", CultureInfo.InvariantCulture));
        json.WriteString("partitionkey", told.Golden.ToString());
        json.WriteStartObject("data");
        json.WriteString("id", told.Golden.ToString());
        json.WriteNumber("version", told.Version);
        json.WriteString("reason", told.Reason);
        WriteList(json, "ids", told.People.Select(person => person.Id.ToString()));
        WriteList(json, "changed", told.Changed);
        json.WriteStartArray("people");
        foreach (var person in told.People)
        {
            PersonJson.Write(json, person);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }

    /// <summary>An event that names nobody: what a receiver gets when somebody tries the subscription.</summary>
    public static ReadOnlyMemory<byte> WriteTest(Uri source, string id, DateTimeOffset at)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using var json = RegistryJson.NewWriter(buffer);
        json.WriteStartObject();
        WriteHead(json, source, id, TestType, at);
        json.WriteStartObject("data");
        json.WriteEndObject();
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }

    /// <summary>The event type of a kind: <c>fr.integrationhub.citizen.merged.v1</c>.</summary>
    public static string Type(EventKind kind) => $"fr.integrationhub.citizen.{kind.ToString().ToLowerInvariant()}.v1";

    internal static void WriteHead(Utf8JsonWriter json, Uri source, string id, string type, DateTimeOffset at)
    {
        json.WriteString("specversion", "1.0");
        json.WriteString("id", id);
        json.WriteString("source", source.OriginalString);
        json.WriteString("type", type);
        json.WriteString("time", at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture));
        json.WriteString("datacontenttype", "application/json");
    }

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
