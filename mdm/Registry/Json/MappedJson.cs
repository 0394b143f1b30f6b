using System.Text.Json;
using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Mdm.Registry.Json;

/// <summary>What a mapping made of a record, without its key and version: the text the content hash is taken of.</summary>
internal static class MappedJson
{
    public static void Write(Utf8JsonWriter writer, MappedRecord record)
    {
        writer.WriteStartObject();
        writer.Flag("deleted"u8, record.Deleted);
        writer.Instant("changedAt"u8, record.ChangedAt);
        writer.Items("citizens"u8, record.Citizens, static (w, part) =>
        {
            w.WriteStartObject();
            w.Text("part"u8, part.Part);
            w.WritePropertyName("citizen"u8);
            CitizenJson.Write(w, part.Citizen);
            w.WriteEndObject();
        });
        LinkedJson.WriteBody(writer, record.Organisations, record.Relationships, record.LinkedItems);
        writer.WriteEndObject();
    }
}
