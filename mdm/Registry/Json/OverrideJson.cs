using System.Text;
using System.Text.Json;
using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Survivorship;

namespace IntegrationHub.Mdm.Registry.Json;

/// <summary>The steward's layer as kept in <see cref="Storing.GoldenRow.Overrides"/>; null when there is none.</summary>
internal static class OverrideJson
{
    public static string? Write(IReadOnlyList<Override> overrides) => overrides.Count == 0
        ? null
        : Encoding.UTF8.GetString(RegistryJson.Array([.. overrides.OrderBy(o => o.Attribute, StringComparer.Ordinal).ThenBy(o => o.Origin)], Write));

    public static IReadOnlyList<Override> Read(string? json) => json is null ? [] : RegistryJson.List<Override>(Encoding.UTF8.GetBytes(json), Read);

    private static void Write(Utf8JsonWriter writer, Override entry)
    {
        writer.WriteStartObject();
        writer.Text("attribute"u8, entry.Attribute);
        writer.WritePropertyName("value"u8);
        CitizenJson.Write(writer, entry.Value);
        writer.Text("by"u8, entry.By);
        writer.Instant("at"u8, entry.At);
        writer.Text("origin"u8, entry.Origin.ToString());
        writer.WriteEndObject();
    }

    private static Override Read(ref Utf8JsonReader reader)
    {
        string attribute = "", by = "";
        var value = new Citizen();
        DateTimeOffset at = default;
        GoldenId origin = default;
        while (JsonParts.NextProperty(ref reader))
        {
            if (JsonParts.Is(ref reader, "attribute"u8)) { attribute = JsonParts.ReadText(ref reader); }
            else if (JsonParts.Is(ref reader, "value"u8)) { value = CitizenJson.Read(ref reader); }
            else if (JsonParts.Is(ref reader, "by"u8)) { by = JsonParts.ReadText(ref reader); }
            else if (JsonParts.Is(ref reader, "at"u8)) { at = JsonParts.ReadInstant(ref reader); }
            else if (JsonParts.Is(ref reader, "origin"u8)) { origin = GoldenJson.ReadId(ref reader); }
            else { reader.Skip(); }
        }

        return new Override(attribute, value, by, at, origin);
    }
}
