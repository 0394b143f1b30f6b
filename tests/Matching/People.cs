using IntegrationHub.Mdm.Matching;

namespace IntegrationHub.Tests.Matching;

/// <summary>Records by field name, and a small seeded crowd full of the cases that break matchers.</summary>
internal static class People
{
    private static readonly string[] Surnames = ["MARTIN", "BERNARD", "DUBOIS", "PETIT", "LEFEBVRE", "DE LA TOUR", "DUPONT-MARTIN", "NGUYEN", "BENALI", "LE GOFF"];
    private static readonly string[] GivenNames = ["Marie", "Jean", "Pierre", "Léa", "Léo", "Michel", "Michelle", "Jean-Philippe", "Fatima", "Anne", "Zoé", "Alexandre"];
    private static readonly string[] Streets = ["rue des Lilas", "avenue de la République", "chemin du Moulin", "place de l'Église"];

    public static MatchRecord Record(string key, params (string Field, string Value)[] values) => Of(MatchModel.French, new MatchKey("civil", key, ""), values);

    public static MatchRecord Of(MatchModel model, MatchKey key, params (string Field, string Value)[] values) =>
        new(key, [.. model.Fields.Select(f => (IReadOnlyList<string>)[.. values.Where(v => v.Field == f).Select(v => v.Value)])]);

    /// <summary>A crowd small enough in names and dates that clusters, doubts and conflicts are plenty.</summary>
    public static List<(MatchRecord Record, int Person)> Crowd(int seed, int records)
    {
        var random = new Random(seed);
        var people = Enumerable.Range(0, Math.Max(1, records / 3)).Select(_ => Person(random)).ToArray();
        return [.. Enumerable.Range(0, records).Select(i => random.Next(people.Length) is var p ? (Seen(random, people[p], i), p) : default)];
    }

    private static Dictionary<string, string> Person(Random random)
    {
        var year = random.Next(1930, 2015);
        return new Dictionary<string, string>
        {
            ["birthName"] = Pick(random, Surnames),
            ["givenNames"] = Pick(random, GivenNames),
            ["sex"] = random.Next(2) == 0 ? "M" : "F",
            ["birthDate"] = random.Next(8) == 0 ? $"{year}-01-01" : $"{year}-{random.Next(1, 13):D2}-{random.Next(1, 28):D2}",
            ["birthCommune"] = Pick(random, ["69123", "75056", "38185", "2A004"]),
            ["email"] = $"person{random.Next(Mailboxes)}@exemple.fr",
            ["phone"] = $"06{random.Next(100000000):D8}",
            ["street"] = Pick(random, Streets),
            ["houseNumber"] = $"{random.Next(1, 9)}",
            ["postCode"] = "38000",
        };
    }

    private const int Mailboxes = 60;

    private static MatchRecord Seen(Random random, Dictionary<string, string> person, int i)
    {
        var values = person.Where(_ => random.Next(5) > 0).Select(p => (p.Key, random.Next(9) == 0 ? Damage(random, p.Value) : p.Value)).ToArray();
        return Of(MatchModel.French, new MatchKey(Pick(random, ["civil", "ecole", "portail"]), $"k{(i * 7919) % 100003}", ""), values) with { ReviewOnly = random.Next(40) == 0 };
    }

    public static string Damage(Random random, string value)
    {
        var at = random.Next(value.Length);
        return random.Next(3) switch
        {
            0 => value.Remove(at, 1),
            1 => value.Insert(at, "E"),
            _ => value[..at] + (char)('A' + random.Next(26)) + value[(at + 1)..],
        };
    }

    public static string Pick(Random random, string[] values) => values[random.Next(values.Length)];
}
