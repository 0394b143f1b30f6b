using System.Text.Json;
using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Mdm.Registry.Json;

internal static class NameJson
{
    public static void Write(Utf8JsonWriter writer, FormerName name)
    {
        writer.WriteStartObject();
        writer.Text("birthName"u8, name.BirthName);
        writer.Texts("givenNames"u8, name.GivenNames);
        writer.Day("validTo"u8, name.ValidTo);
        writer.WriteEndObject();
    }

    public static FormerName Read(ref Utf8JsonReader reader)
    {
        string? birthName = null;
        IReadOnlyList<string> givenNames = [];
        DateOnly? validTo = null;
        while (JsonParts.NextProperty(ref reader))
        {
            if (JsonParts.Is(ref reader, "birthName"u8)) { birthName = reader.GetString(); }
            else if (JsonParts.Is(ref reader, "givenNames"u8)) { givenNames = JsonParts.ReadList(ref reader, JsonParts.ReadText); }
            else if (JsonParts.Is(ref reader, "validTo"u8)) { validTo = JsonParts.ReadDay(ref reader); }
            else { reader.Skip(); }
        }

        return new FormerName(birthName, givenNames, validTo);
    }
}
