using System.Text.Json;
using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Mdm.Registry.Json;

/// <summary>Canonical form of a citizen: properties in the order of <see cref="Citizen"/>, defaults left out.</summary>
internal static class CitizenJson
{
    public static void Write(Utf8JsonWriter writer, Citizen citizen)
    {
        writer.WriteStartObject();
        writer.Text("birthName"u8, citizen.BirthName);
        writer.Text("usageName"u8, citizen.UsageName);
        writer.Texts("givenNames"u8, citizen.GivenNames);
        writer.Text("usedGivenName"u8, citizen.UsedGivenName);
        writer.Items("formerNames"u8, citizen.FormerNames, NameJson.Write);
        writer.Word("sex"u8, citizen.Sex);
        writer.Partial("birthDate"u8, citizen.BirthDate);
        if (citizen.BirthPlace is { } birthPlace)
        {
            writer.WritePropertyName("birthPlace"u8);
            PlaceJson.Write(writer, birthPlace);
        }

        writer.Items("emails"u8, citizen.Emails, ContactJson.Write);
        writer.Items("phones"u8, citizen.Phones, ContactJson.Write);
        writer.Items("addresses"u8, citizen.Addresses, PlaceJson.Write);
        writer.Items("identifiers"u8, citizen.Identifiers, ContactJson.Write);
        if (citizen.Death is { } death)
        {
            writer.WritePropertyName("death"u8);
            ContactJson.Write(writer, death);
        }

        writer.Items("consents"u8, citizen.Consents, ContactJson.Write);
        writer.Word("verification"u8, citizen.Verification);
        writer.Word("status"u8, citizen.Status);
        if (citizen.Extra.Count > 0)
        {
            writer.WriteStartObject("extra"u8);
            foreach (var (name, value) in citizen.Extra.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            {
                writer.WriteString(name, value);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    public static Citizen Read(ref Utf8JsonReader reader)
    {
        string? birthName = null, usageName = null, usedGivenName = null;
        IReadOnlyList<string> givenNames = [];
        IReadOnlyList<FormerName> formerNames = [];
        Sex sex = default;
        PartialDate? birthDate = null;
        BirthPlace? birthPlace = null;
        IReadOnlyList<ContactPoint> emails = [], phones = [];
        IReadOnlyList<PostalAddress> addresses = [];
        IReadOnlyList<Identifier> identifiers = [];
        Death? death = null;
        IReadOnlyList<Consent> consents = [];
        VerificationLevel verification = default;
        IdentityStatus status = default;
        Dictionary<string, string>? extra = null;
        while (JsonParts.NextProperty(ref reader))
        {
            if (JsonParts.Is(ref reader, "birthName"u8)) { birthName = reader.GetString(); }
            else if (JsonParts.Is(ref reader, "usageName"u8)) { usageName = reader.GetString(); }
            else if (JsonParts.Is(ref reader, "givenNames"u8)) { givenNames = JsonParts.ReadList(ref reader, JsonParts.ReadText); }
            else if (JsonParts.Is(ref reader, "usedGivenName"u8)) { usedGivenName = reader.GetString(); }
            else if (JsonParts.Is(ref reader, "formerNames"u8)) { formerNames = JsonParts.ReadList(ref reader, NameJson.Read); }
            else if (JsonParts.Is(ref reader, "sex"u8)) { sex = EnumWords<Sex>.Read(ref reader); }
            else if (JsonParts.Is(ref reader, "birthDate"u8)) { birthDate = JsonParts.ReadPartial(ref reader); }
            else if (JsonParts.Is(ref reader, "birthPlace"u8)) { birthPlace = PlaceJson.ReadBirthPlace(ref reader); }
            else if (JsonParts.Is(ref reader, "emails"u8)) { emails = JsonParts.ReadList(ref reader, ContactJson.ReadPoint); }
            else if (JsonParts.Is(ref reader, "phones"u8)) { phones = JsonParts.ReadList(ref reader, ContactJson.ReadPoint); }
            else if (JsonParts.Is(ref reader, "addresses"u8)) { addresses = JsonParts.ReadList(ref reader, PlaceJson.ReadAddress); }
            else if (JsonParts.Is(ref reader, "identifiers"u8)) { identifiers = JsonParts.ReadList(ref reader, ContactJson.ReadIdentifier); }
            else if (JsonParts.Is(ref reader, "death"u8)) { death = ContactJson.ReadDeath(ref reader); }
            else if (JsonParts.Is(ref reader, "consents"u8)) { consents = JsonParts.ReadList(ref reader, ContactJson.ReadConsent); }
            else if (JsonParts.Is(ref reader, "verification"u8)) { verification = EnumWords<VerificationLevel>.Read(ref reader); }
            else if (JsonParts.Is(ref reader, "status"u8)) { status = EnumWords<IdentityStatus>.Read(ref reader); }
            else if (JsonParts.Is(ref reader, "extra"u8)) { extra = ReadExtra(ref reader); }
            else { reader.Skip(); }
        }

        var citizen = new Citizen
        {
            BirthName = birthName, UsageName = usageName, GivenNames = givenNames, UsedGivenName = usedGivenName, FormerNames = formerNames,
            Sex = sex, BirthDate = birthDate, BirthPlace = birthPlace, Emails = emails, Phones = phones, Addresses = addresses,
            Identifiers = identifiers, Death = death, Consents = consents, Verification = verification, Status = status,
        };
        return extra is null ? citizen : citizen with { Extra = extra };
    }

    private static Dictionary<string, string> ReadExtra(ref Utf8JsonReader reader)
    {
        var extra = new Dictionary<string, string>(StringComparer.Ordinal);
        while (JsonParts.NextProperty(ref reader))
        {
            var name = JsonParts.ReadText(ref reader);
            reader.Read();
            extra[name] = JsonParts.ReadText(ref reader);
        }

        return extra;
    }
}
