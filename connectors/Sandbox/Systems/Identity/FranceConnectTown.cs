using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using IntegrationHub.Connectors.Sandbox.Serving;
using IntegrationHub.Connectors.Sandbox.Town.Population;

namespace IntegrationHub.Connectors.Sandbox.Systems.Identity;

/// <summary>Adults of the generated town as FranceConnect knows them: as they truly are, in its own claims.</summary>
internal sealed class FranceConnectTown(SandboxContext context)
{
    private const int Most = 24;

    /// <summary>Test people: with a usage name, born abroad, with a partial date of birth first, then whoever comes.</summary>
    public IReadOnlyList<Person> People { get; } = Choose([.. context.Town.Truth().SelectMany(family => family.People).Where(person => person.Age >= 18)]);

    /// <summary>Pairwise: another client gets another one (OpenID Connect Core, 8.1).</summary>
    public string Subject(int person, string client) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{client}|{People[person].Id}|sandbox"))) + "v1";

    /// <summary>Only what the scopes ask for.</summary>
    public JsonObject Claims(int place, string client, IReadOnlyCollection<string> scopes)
    {
        var person = People[place];
        var all = new (string Name, JsonNode? Value, string[] Scopes)[]
        {
            ("given_name", string.Join(' ', person.GivenNames), ["profile", "identite_pivot", "given_name"]),
            ("given_name_array", new JsonArray([.. person.GivenNames.Select(name => JsonValue.Create(name))]), ["profile", "identite_pivot", "given_name"]),
            ("family_name", person.BirthName, ["profile", "identite_pivot", "family_name"]),
            ("birthdate", Date(person), ["profile", "identite_pivot", "birthdate"]),
            ("gender", person.Sex == 'F' ? "female" : "male", ["profile", "identite_pivot", "gender"]),
            ("birthplace", person.BirthCommune?.Code ?? "", ["birth", "identite_pivot", "birthplace"]),
            ("birthcountry", person.BirthCommune is null ? person.BirthCountry?.Code ?? "99100" : "99100", ["birth", "identite_pivot", "birthcountry"]),
            ("preferred_username", person.UsageName, ["profile", "preferred_username"]),
            ("email", person.Emails.Count > 0 ? person.Emails[0] : $"personne{place}@example.org", ["email"]),
        };
        var claims = new JsonObject { ["sub"] = Subject(place, client) };
        foreach (var (name, value, granted) in all.Where(claim => claim.Value is not null && claim.Scopes.Any(scopes.Contains)))
        {
            claims[name] = value;
        }

        return context.Plant(claims, first: place == 0);
    }

    private static IReadOnlyList<Person> Choose(IReadOnlyList<Person> adults)
    {
        Func<Person, bool>[] special = [person => person.UsageName is not null, person => person.BirthCommune is null, person => person.BirthMonth == 0];
        return [.. special.SelectMany(kind => adults.Where(kind).Take(2)).Concat(adults).Distinct().Take(Most)];
    }

    // An unknown month or day is 00.
    private static string Date(Person person) => string.Create(CultureInfo.InvariantCulture, $"{person.BirthYear:D4}-{person.BirthMonth:D2}-{person.BirthDay:D2}");
}
