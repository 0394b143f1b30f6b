using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Mappings.Engine.Outgoing;

/// <summary>Mapped records and citizens as JSON: the form of the examples, of previews, and of what outgoing mappings read. Blank attributes are left out.</summary>
public static class MappedJson
{
    public static JsonObject Of(MappedRecord record) => Object(
        ("changedAt", Instant(record.ChangedAt)),
        ("deleted", record.Deleted ? true : null),
        ("citizens", Array(record.Citizens, c => With(c.Part, Of(c.Citizen)))),
        ("organisations", Array(record.Organisations, o => With(o.Part, Of(o.Organisation)))),
        ("relationships", Array(record.Relationships, r => Object(
            ("kind", Word(r.Kind)), ("from", r.FromPart), ("to", r.ToPart), ("validFrom", Day(r.ValidFrom)), ("validTo", Day(r.ValidTo))))),
        ("linkedItems", Array(record.LinkedItems, i => Object(
            ("system", i.System), ("kind", i.Kind), ("reference", i.Reference), ("received", Instant(i.Received)), ("state", i.State), ("owner", i.OwnerPart)))),
        ("issues", Array(record.Issues, i => Object(("attribute", i.Attribute), ("code", i.Code), ("column", i.Column)))));

    public static JsonObject Of(Citizen citizen) => Object(
        ("birthName", citizen.BirthName),
        ("usageName", citizen.UsageName),
        ("givenNames", Array(citizen.GivenNames, g => g)),
        ("usedGivenName", citizen.UsedGivenName),
        ("formerNames", Array(citizen.FormerNames, f => Object(
            ("birthName", f.BirthName), ("givenNames", Array(f.GivenNames, g => g)), ("validTo", Day(f.ValidTo))))),
        ("sex", citizen.Sex == Sex.Unspecified ? null : Word(citizen.Sex)),
        ("birthDate", citizen.BirthDate?.ToString()),
        ("birthPlace", citizen.BirthPlace is { } place ? Object(("commune", place.CommuneCode), ("label", place.Label), ("country", place.CountryCode)) : null),
        ("emails", Array(citizen.Emails, Contact)),
        ("phones", Array(citizen.Phones, Contact)),
        ("addresses", Array(citizen.Addresses, Of)),
        ("identifiers", Array(citizen.Identifiers, i => Object(("system", i.System), ("value", i.Value), ("verified", i.Verified ? true : null)))),
        ("death", citizen.Death is { } death ? Object(("date", death.Date?.ToString()), ("place", death.PlaceCode)) : null),
        ("consents", Array(citizen.Consents, c => Object(
            ("channel", c.Channel), ("purpose", c.Purpose), ("granted", c.Granted), ("at", Instant(c.At)), ("proof", c.Proof)))),
        ("verification", citizen.Verification == VerificationLevel.Declared ? null : Word(citizen.Verification)),
        ("status", citizen.Status == IdentityStatus.None ? null : Word(citizen.Status)),
        ("extra", citizen.Extra.Count == 0 ? null : Object([.. citizen.Extra.OrderBy(e => e.Key, StringComparer.Ordinal).Select(e => (e.Key, JsonNode.Parse(e.Value)))])));

    public static JsonObject Of(Organisation organisation) => Object(
        ("name", organisation.Name), ("siren", organisation.Siren), ("siret", organisation.Siret), ("rna", organisation.Rna),
        ("address", organisation.Address is { } address ? Of(address) : null));

    private static JsonObject Of(PostalAddress a) => Object(
        ("houseNumber", a.HouseNumber), ("street", a.Street), ("complement", a.Complement), ("postCode", a.PostCode), ("city", a.City),
        ("commune", a.CommuneCode), ("country", a.CountryCode), ("banId", a.BanId), ("validFrom", Day(a.ValidFrom)), ("validTo", Day(a.ValidTo)));

    private static JsonObject Contact(ContactPoint contact) => Object(("value", contact.Value), ("usage", contact.Usage));

    private static JsonObject With(string part, JsonObject content)
    {
        if (part.Length > 0)
        {
            content.Insert(0, "part", part);
        }

        return content;
    }

    private static JsonObject Object(params (string Name, JsonNode? Value)[] fields) =>
        new(fields.Where(f => f.Value is not null).Select(f => new KeyValuePair<string, JsonNode?>(f.Name, f.Value)));

    private static JsonArray? Array<TItem>(IReadOnlyList<TItem> items, Func<TItem, JsonNode?> item) =>
        items.Count == 0 ? null : new JsonArray([.. items.Select(item)]);

    private static string Word(Enum value) => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? Instant(DateTimeOffset? at) => at?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFZ", CultureInfo.InvariantCulture);
}
