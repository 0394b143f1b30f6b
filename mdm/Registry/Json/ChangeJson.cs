using System.Text.Json;
using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Mdm.Registry.Json;

internal static class ChangeJson
{
    public static void Write(Utf8JsonWriter writer, RegistryChange change)
    {
        writer.WriteStartObject();
        writer.WriteNumber("sequence"u8, change.Sequence);
        writer.WriteString("kind"u8, EnumWords<ChangeKind>.Of(change.Kind));
        writer.WriteString("golden"u8, change.Golden.ToString());
        writer.WriteNumber("version"u8, change.Version);
        writer.Instant("at"u8, change.At);
        writer.Items("touched"u8, change.Touched, static (w, id) => w.WriteStringValue(id.ToString()));
        writer.Texts("attributes"u8, change.Attributes);
        writer.Text("reason"u8, change.Reason);
        writer.WriteEndObject();
    }

    public static RegistryChange Read(ref Utf8JsonReader reader)
    {
        long sequence = 0, version = 0;
        ChangeKind kind = default;
        GoldenId golden = default;
        DateTimeOffset at = default;
        IReadOnlyList<GoldenId> touched = [];
        IReadOnlyList<string> attributes = [];
        var reason = "";
        while (JsonParts.NextProperty(ref reader))
        {
            if (JsonParts.Is(ref reader, "sequence"u8)) { sequence = reader.GetInt64(); }
            else if (JsonParts.Is(ref reader, "kind"u8)) { kind = EnumWords<ChangeKind>.Read(ref reader); }
            else if (JsonParts.Is(ref reader, "golden"u8)) { golden = GoldenJson.ReadId(ref reader); }
            else if (JsonParts.Is(ref reader, "version"u8)) { version = reader.GetInt64(); }
            else if (JsonParts.Is(ref reader, "at"u8)) { at = JsonParts.ReadInstant(ref reader); }
            else if (JsonParts.Is(ref reader, "touched"u8)) { touched = JsonParts.ReadList(ref reader, GoldenJson.ReadId); }
            else if (JsonParts.Is(ref reader, "attributes"u8)) { attributes = JsonParts.ReadList(ref reader, JsonParts.ReadText); }
            else if (JsonParts.Is(ref reader, "reason"u8)) { reason = JsonParts.ReadText(ref reader); }
            else { reader.Skip(); }
        }

        return new RegistryChange
        {
            Sequence = sequence, Kind = kind, Golden = golden, Version = version, At = at, Touched = touched, Attributes = attributes, Reason = reason,
        };
    }
}
