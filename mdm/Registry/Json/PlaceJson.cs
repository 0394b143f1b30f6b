using System.Text.Json;
using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Mdm.Registry.Json;

internal static class PlaceJson
{
    public static void Write(Utf8JsonWriter writer, BirthPlace place)
    {
        writer.WriteStartObject();
        writer.Text("commune"u8, place.CommuneCode);
        writer.Text("label"u8, place.Label);
        writer.Text("country"u8, place.CountryCode);
        writer.WriteEndObject();
    }

    public static BirthPlace ReadBirthPlace(ref Utf8JsonReader reader)
    {
        string? commune = null, label = null, country = null;
        while (JsonParts.NextProperty(ref reader))
        {
            if (JsonParts.Is(ref reader, "commune"u8)) { commune = reader.GetString(); }
            else if (JsonParts.Is(ref reader, "label"u8)) { label = reader.GetString(); }
            else if (JsonParts.Is(ref reader, "country"u8)) { country = reader.GetString(); }
            else { reader.Skip(); }
        }

        return new BirthPlace(commune, label, country);
    }

    public static void Write(Utf8JsonWriter writer, PostalAddress address)
    {
        writer.WriteStartObject();
        writer.Text("houseNumber"u8, address.HouseNumber);
        writer.Text("street"u8, address.Street);
        writer.Text("complement"u8, address.Complement);
        writer.Text("postCode"u8, address.PostCode);
        writer.Text("city"u8, address.City);
        writer.Text("commune"u8, address.CommuneCode);
        writer.Text("country"u8, address.CountryCode);
        writer.Text("ban"u8, address.BanId);
        writer.Day("validFrom"u8, address.ValidFrom);
        writer.Day("validTo"u8, address.ValidTo);
        writer.WriteEndObject();
    }

    public static PostalAddress ReadAddress(ref Utf8JsonReader reader)
    {
        string? house = null, street = null, complement = null, postCode = null, city = null, commune = null, country = null, ban = null;
        DateOnly? from = null, to = null;
        while (JsonParts.NextProperty(ref reader))
        {
            if (JsonParts.Is(ref reader, "houseNumber"u8)) { house = reader.GetString(); }
            else if (JsonParts.Is(ref reader, "street"u8)) { street = reader.GetString(); }
            else if (JsonParts.Is(ref reader, "complement"u8)) { complement = reader.GetString(); }
            else if (JsonParts.Is(ref reader, "postCode"u8)) { postCode = reader.GetString(); }
            else if (JsonParts.Is(ref reader, "city"u8)) { city = reader.GetString(); }
            else if (JsonParts.Is(ref reader, "commune"u8)) { commune = reader.GetString(); }
            else if (JsonParts.Is(ref reader, "country"u8)) { country = reader.GetString(); }
            else if (JsonParts.Is(ref reader, "ban"u8)) { ban = reader.GetString(); }
            else if (JsonParts.Is(ref reader, "validFrom"u8)) { from = JsonParts.ReadDay(ref reader); }
            else if (JsonParts.Is(ref reader, "validTo"u8)) { to = JsonParts.ReadDay(ref reader); }
            else { reader.Skip(); }
        }

        return new PostalAddress
        {
            HouseNumber = house, Street = street, Complement = complement, PostCode = postCode, City = city,
            CommuneCode = commune, CountryCode = country, BanId = ban, ValidFrom = from, ValidTo = to,
        };
    }
}
