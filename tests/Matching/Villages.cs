using IntegrationHub.Mdm.Matching;
using IntegrationHub.Mdm.Matching.Training;

namespace IntegrationHub.Tests.Matching;

/// <summary>Made-up people as a generic file knows them: names, a date, a town, an occupation, a region; half of them twice or more, with slips.</summary>
internal static class Villages
{
    private static readonly string[] Starts = ["BA", "CO", "DU", "FLE", "GRI", "LA", "MO", "PER", "RU", "TE", "VI", "ZO"];
    private static readonly string[] Middles = ["BER", "CAR", "LEN", "MIN", "NOR", "RAN", "SEL", "TIV"];
    private static readonly string[] Ends = ["D", "ET", "IN", "ON", "AUX", "IER", "OT", "EL"];
    private static readonly string[] Given = ["MARIE", "JEAN", "PIERRE", "SOPHIE", "MICHEL", "FATIMA", "ANNE", "ALEXANDRE", "LUCIE", "HUGO", "CLAIRE", "DENIS", "YVES", "NADIA", "OSCAR", "ELSA"];
    private static readonly string[] Towns = ["MOULINVERT", "RIVEBASSE", "CHANTEPIERRE", "BOISJOLI"];
    private static readonly string[] Trades = ["BOULANGER", "INSTITUTRICE", "MACONNERIE", "COUTURE", "JARDINAGE", "COMPTABLE"];

    public static List<(MatchRecord Record, int Person)> Generate(int seed, int records)
    {
        var random = new Random(seed);
        var rows = new List<(MatchRecord, int)>();
        for (var person = 0; rows.Count < records; person++)
        {
            var values = new Dictionary<string, string>
            {
                ["birthName"] = Pick(random, Starts) + Pick(random, Middles) + Pick(random, Ends),
                ["givenNames"] = Pick(random, Given),
                ["birthDate"] = $"{random.Next(1930, 2010)}-{random.Next(1, 13):D2}-{random.Next(2, 28):D2}",
                ["city"] = Pick(random, Towns),
                ["text1"] = Pick(random, Trades),
                ["code1"] = $"R{random.Next(5)}",
                ["number1"] = $"{random.Next(1000, 9000)}",
            };
            for (var copy = random.Next(2) == 0 ? 1 : random.Next(2, 4); copy > 0; copy--)
            {
                rows.Add((Seen(random, values, rows.Count), person));
            }
        }

        return rows;
    }

    private static MatchRecord Seen(Random random, Dictionary<string, string> person, int i) =>
        new(new MatchKey("file", $"{i:D6}", ""), [.. TrainingTemplate.Fields.Select(field =>
            (IReadOnlyList<string>)(!person.TryGetValue(field, out var value) || random.Next(12) == 0 ? [] : [random.Next(10) == 0 && field != "birthDate" ? Slip(random, value) : value]))]);

    private static string Slip(Random random, string value)
    {
        var at = random.Next(1, value.Length);
        return char.IsAsciiDigit(value[at]) ? value[..at] + (char)('0' + random.Next(10)) + value[(at + 1)..] : value.Remove(at, 1);
    }

    private static string Pick(Random random, string[] values) => values[random.Next(values.Length)];
}
