using System.Text.Json;
using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Mdm.Registry.Json;

internal static class GoldenJson
{
    public static void Write(Utf8JsonWriter writer, GoldenRecord golden)
    {
        writer.WriteStartObject();
        writer.WriteString("id"u8, golden.Id.ToString());
        writer.WriteNumber("version"u8, golden.Version);
        writer.Word("state"u8, golden.State);
        writer.Text("mergedInto"u8, golden.MergedInto?.ToString());
        writer.WritePropertyName("citizen"u8);
        CitizenJson.Write(writer, golden.Citizen);
        writer.Items("provenance"u8, golden.Provenance, Write);
        writer.Items("members"u8, golden.Members, PartKeyJson.Write);
        writer.WriteEndObject();
    }

    public static GoldenRecord Read(ref Utf8JsonReader reader)
    {
        GoldenId id = default;
        long version = 0;
        GoldenState state = default;
        GoldenId? mergedInto = null;
        var citizen = new Citizen();
        IReadOnlyList<Provenance> provenance = [];
        IReadOnlyList<PartKey> members = [];
        while (JsonParts.NextProperty(ref reader))
        {
            if (JsonParts.Is(ref reader, "id"u8)) { id = ReadId(ref reader); }
            else if (JsonParts.Is(ref reader, "version"u8)) { version = reader.GetInt64(); }
            else if (JsonParts.Is(ref reader, "state"u8)) { state = EnumWords<GoldenState>.Read(ref reader); }
            else if (JsonParts.Is(ref reader, "mergedInto"u8)) { mergedInto = ReadId(ref reader); }
            else if (JsonParts.Is(ref reader, "citizen"u8)) { citizen = CitizenJson.Read(ref reader); }
            else if (JsonParts.Is(ref reader, "provenance"u8)) { provenance = JsonParts.ReadList(ref reader, ReadProvenance); }
            else if (JsonParts.Is(ref reader, "members"u8)) { members = JsonParts.ReadList(ref reader, PartKeyJson.Read); }
            else { reader.Skip(); }
        }

        return new GoldenRecord
        {
            Id = id, Version = version, State = state, MergedInto = mergedInto, Citizen = citizen, Provenance = provenance, Members = members,
        };
    }

    public static GoldenId ReadId(ref Utf8JsonReader reader) =>
        GoldenId.TryParse(reader.GetString(), out var id) ? id : throw new FormatException("not a golden id");

    public static void Write(Utf8JsonWriter writer, Provenance provenance)
    {
        writer.WriteStartObject();
        writer.Text("attribute"u8, provenance.Attribute);
        if (provenance.Source is { } source)
        {
            writer.WritePropertyName("source"u8);
            PartKeyJson.Write(writer, source);
        }

        writer.Instant("at"u8, provenance.At);
        writer.Text("rule"u8, provenance.Rule);
        writer.WriteEndObject();
    }

    public static Provenance ReadProvenance(ref Utf8JsonReader reader)
    {
        string attribute = "", rule = "";
        PartKey? source = null;
        DateTimeOffset? at = null;
        while (JsonParts.NextProperty(ref reader))
        {
            if (JsonParts.Is(ref reader, "attribute"u8)) { attribute = JsonParts.ReadText(ref reader); }
            else if (JsonParts.Is(ref reader, "source"u8)) { source = PartKeyJson.Read(ref reader); }
            else if (JsonParts.Is(ref reader, "at"u8)) { at = JsonParts.ReadInstant(ref reader); }
            else if (JsonParts.Is(ref reader, "rule"u8)) { rule = JsonParts.ReadText(ref reader); }
            else { reader.Skip(); }
        }

        return new Provenance(attribute, source, at, rule);
    }
}
