using IntegrationHub.Mdm.Matching;
using IntegrationHub.Mdm.Matching.Training;

namespace IntegrationHub.Tests.Matching;

/// <summary>An old parish register as an archive typed it: some twenty records a person, each with slips of its own, names swapped, dates presumed or left out.</summary>
internal static class Registers
{
    private static readonly string[] Starts = ["BA", "CO", "DU", "FLE", "GRI", "LA", "MO", "PER", "RU", "TE", "VI", "ZO"];
    private static readonly string[] Middles = ["BER", "CAR", "LEN", "MIN", "NOR", "RAN", "SEL", "TIV"];
    private static readonly string[] Ends = ["D", "ET", "IN", "ON", "AUX", "IER", "OT", "EL"];
    private static readonly string[] Given = ["MARIE", "JEAN", "PIERRE", "SOPHIE", "MICHEL", "FRANCOISE", "ANNE", "ALEXANDRE", "LUCIE", "HUGUES", "CLAIRE", "DENIS", "YVES", "NICOLAS", "OSCAR", "ELISABETH"];
    private static readonly string[] Trades = ["BOULANGER", "TISSERAND", "MACON", "COUTURIER", "JARDINIER", "MEUNIER", "NOTAIRE", "CHARRON"];

    public static List<(MatchRecord Record, int Person)> Generate(int seed, int people)
    {
        var random = new Random(seed);
        var rows = new List<(MatchRecord, int)>();
        for (var person = 0; person < people; person++)
        {
            var (surname, given) = (People.Pick(random, Starts) + People.Pick(random, Middles) + People.Pick(random, Ends), People.Pick(random, Given));
            var (year, month, day) = (random.Next(1750, 1900), random.Next(2, 13), random.Next(2, 28));
            var (farm, trade) = ($"FERME {People.Pick(random, Middles)}{People.Pick(random, Starts)} {random.Next(90)}", People.Pick(random, Trades));
            for (var copies = random.Next(16, 25); copies > 0; copies--)
            {
                var (first, last) = (Now(random, 6) ? People.Damage(random, given) : given, Now(random, 6) ? People.Damage(random, surname) : surname);
                (first, last) = Now(random, 20) ? (last, first) : (first, last);
                var date = random.Next(10) switch { 0 => "", 1 => $"{year}-01-01", 2 => $"{year + 1}-{month:D2}-{day:D2}", _ => $"{year}-{month:D2}-{day:D2}" };
                rows.Add((Record($"{rows.Count:D6}", last, first, date, Now(random, 3) ? "" : farm, Now(random, 2) ? "" : trade), person));
            }
        }

        return rows;
    }

    public static MatchRecord Record(string key, string surname, string given, string date, string farm, string trade)
    {
        var values = new Dictionary<string, string> { ["birthName"] = surname, ["givenNames"] = given, ["birthDate"] = date, ["text1"] = farm, ["code1"] = trade };
        return new MatchRecord(new MatchKey("archive", key, ""), [.. TrainingTemplate.Fields.Select(field =>
            (IReadOnlyList<string>)(values.TryGetValue(field, out var value) && value.Length > 0 ? [value] : []))]);
    }

    private static bool Now(Random random, int once) => random.Next(once) == 0;
}
