using System.Text.Json.Nodes;
using IntegrationHub.Host.Texts;
using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Host.Web.Views;

/// <summary>Puts a citizen into lines for a screen, in the order a steward reads: names, birth, then how to reach.</summary>
public static class CitizenLines
{
    private const string France = "99100";

    /// <summary>One line for every attribute group, empty ones included, so that two records align.</summary>
    public static IReadOnlyList<CitizenLine> Of(Citizen citizen, Words words) =>
    [
        new("birthName", One(citizen.BirthName)),
        new("usageName", One(citizen.UsageName)),
        new("givenNames", One(string.Join(", ", citizen.GivenNames))),
        new("usedGivenName", One(citizen.UsedGivenName)),
        new("formerNames", [.. citizen.FormerNames.Select(Former)]),
        new("sex", citizen.Sex == Sex.Unspecified ? [] : [words[$"sex.{citizen.Sex}"]]),
        new("birthDate", citizen.BirthDate is { } date ? [Date(date, words)] : []),
        new("birthPlace", One(Place(citizen.BirthPlace))),
        new("addresses", [.. citizen.Addresses.Select(Address).Distinct(StringComparer.Ordinal)]),
        new("emails", [.. citizen.Emails.Select(e => e.Value)]),
        new("phones", [.. citizen.Phones.Select(p => Phone(p.Value))]),
        new("identifiers", [.. citizen.Identifiers.Select(i => $"{i.System}: {i.Value}")]),
        new("death", citizen.Death is { } death ? [death.Date is { } d ? Date(d, words) : words["death.known"]] : []),
    ];

    /// <summary>Attributes the town's mappings declare, in name order: <c>extra.schoolSector</c>.</summary>
    public static IReadOnlyList<CitizenLine> Declared(Citizen citizen) =>
        [.. citizen.Extra.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => new CitizenLine($"extra.{pair.Key}", One(JsonNode.Parse(pair.Value)?.ToString())))];

    /// <summary>What an attribute is called on screen; a declared one without a text bears its own name.</summary>
    public static string Label(string attribute, Words words) =>
        words.Find($"attribute.{attribute}") ?? (attribute.StartsWith("extra.", StringComparison.Ordinal) ? attribute["extra.".Length..] : attribute);

    /// <summary>The name a page's heading bears: usage name, else birth name, and the first given name.</summary>
    public static string FullName(Citizen citizen)
    {
        var given = citizen.UsedGivenName ?? (citizen.GivenNames.Count > 0 ? citizen.GivenNames[0] : null);
        return string.Join(' ', new[] { given, citizen.UsageName ?? citizen.BirthName }.Where(n => !string.IsNullOrEmpty(n)));
    }

    /// <summary>A date as the language writes it, as far as it is known: 21/03/1954, 03/1954, 1954.</summary>
    public static string Date(PartialDate date, Words words) => (date.Month, date.Day) switch
    {
        (null, _) => words["date.year", date.Year],
        ({ } month, null) => words["date.month", date.Year, month],
        ({ } month, { } day) => words["date.day", date.Year, month, day],
    };

    private static string[] One(string? value) => string.IsNullOrWhiteSpace(value) ? [] : [value];

    private static string Former(FormerName name) => string.Join(' ', [.. name.GivenNames, .. One(name.BirthName)]);

    private static string? Place(BirthPlace? place) =>
        place is null ? null : string.Join(' ', new[] { place.Label, Code(place.CommuneCode), place.CountryCode == France ? null : Code(place.CountryCode) }.Where(p => p is not null));

    private static string? Code(string? code) => code is null ? null : $"({code})";

    private static string Address(PostalAddress a) => string.Join(", ", new[]
    {
        string.Join(' ', One(a.HouseNumber).Concat(One(a.Street))),
        a.Complement,
        string.Join(' ', One(a.PostCode).Concat(One(a.City))),
    }.Where(p => !string.IsNullOrWhiteSpace(p)));

    private static string Phone(string e164) => e164.StartsWith("+33", StringComparison.Ordinal) && e164.Length == 12
        ? $"0{e164[3]} {e164[4..6]} {e164[6..8]} {e164[8..10]} {e164[10..12]}"
        : e164;
}
