using System.Text.Json;

namespace IntegrationHub.Connectors.Sandbox.Town.Files;

/// <summary>portail.jsonl: the claims of FranceConnect's pivot identity, with the account's own e-mail, phone and address.</summary>
public static class PortailFile
{
    public static void Write(Utf8JsonWriter json, TownRecord record)
    {
        var said = record.People[0];
        var birth = said.BirthName.Length > 0 ? said.BirthName : said.LastName;
        json.WriteStartObject();
        json.WriteString("sub", record.Key);
        json.WriteString("given_name", string.Join(' ', said.GivenNames));
        json.WriteStartArray("given_name_array");
        foreach (var name in said.GivenNames)
        {
            json.WriteStringValue(name);
        }

        json.WriteEndArray();
        json.WriteString("family_name", birth);
        if (said.BirthName.Length > 0)
        {
            json.WriteString("preferred_username", said.LastName);
        }

        json.WriteString("gender", said.Sex == 'F' ? "female" : "male");
        json.WriteString("birthdate", Written.Iso(said.BirthDate));
        json.WriteString("birthplace", said.BirthCommune?.Code ?? "");
        json.WriteString("birthcountry", said.BirthCountry?.Code ?? "99100");
        JsonText.Write(json, "email", said.Email);
        JsonText.Write(json, "phone_number", Written.Phone(said.Phone, record.Style));
        if (said.Street.Length > 0)
        {
            json.WriteStartObject("address");
            json.WriteString("street_address", Written.Line(said, record.Style));
            json.WriteString("postal_code", said.PostCode);
            json.WriteString("locality", said.City);
            json.WriteString("country", "France");
            json.WriteEndObject();
        }

        json.WriteString("updated_at", Written.At(record.ChangedAt, "yyyy-MM-dd'T'HH:mm:ss'Z'"));
        json.WriteEndObject();
    }
}
