using IntegrationHub.Mdm.Matching;
using IntegrationHub.Mdm.Matching.Training;

namespace IntegrationHub.Tests.Matching;

/// <summary>Where few records are one person's, training looks for something else that many pairs share: names that sound alike among people of an age, families of a house. It must not find it.</summary>
public sealed class Files_that_repeat_hardly_anybody
{
    private static readonly string[] Men = ["MICHEL", "PAUL", "JEAN", "RENE", "ANDRE", "MARCEL", "DANIEL", "GABRIEL", "PASCAL", "EMMANUEL", "LOUIS", "SIMON", "DENIS", "FREDERIC", "FRANCOIS", "YVAN"];
    private static readonly string[] Women =
        ["MICHELLE", "PAULE", "JEANNE", "RENEE", "ANDREE", "MARCELLE", "DANIELLE", "GABRIELLE", "PASCALE", "EMMANUELLE", "LOUISE", "SIMONE", "DENISE", "FREDERIQUE", "FRANCOISE", "YVANE"];

    [Fact]
    public void Names_that_go_with_years_make_nobody_of_two_people()
    {
        var people = Generations(21, 4000);
        var outcome = ModelTrainer.Train(people);
        Assert.InRange(outcome.Report.ExpectedMatches, 0, 40);
        AssertNobodyIsJoined(outcome, people);
    }

    [Fact]
    public void The_few_who_are_there_twice_are_found_and_nobody_else()
    {
        var people = Generations(22, 4000);
        var random = new Random(3);
        var twice = people.Take(60).Select((p, i) => Again(p, i, random));
        var all = people.Concat(twice).ToList();
        var outcome = ModelTrainer.Train(all);
        var truth = Enumerable.Range(0, all.Count).ToDictionary(i => i, i => i < people.Count ? i : i - people.Count);
        var scores = ClusterMetrics.Measure(Linker.Link(outcome.Model!, all).Clusters, truth).Pairwise;
        Assert.InRange(scores.Precision, 0.97, 1);
        Assert.InRange(scores.Recall, 0.85, 1);
        Assert.InRange(outcome.Report.ExpectedMatches, 40, 80);
    }

    [Fact]
    public void Families_of_a_house_are_not_one_person()
    {
        var random = new Random(5);
        var families = Enumerable.Range(0, 700).SelectMany(f => Enumerable.Range(0, random.Next(1, 5)).Select(m => Record(
            $"{f:D4}-{m}", Surname(f), Pick(random, m % 2 == 0 ? Men : Women), $"{(m < 2 ? random.Next(1950, 1985) : random.Next(2005, 2020))}-{random.Next(1, 13):D2}-{random.Next(2, 28):D2}",
            ("street", $"RUE {Surname((f * 31) + 7)}"), ("houseNumber", $"{1 + (f % 60)}"), ("postCode", $"{10_000 + (f % 20 * 100)}")))).ToList();
        AssertNobodyIsJoined(ModelTrainer.Train(families), families);
    }

    [Fact]
    public void Brothers_of_a_village_are_not_one_person_though_their_dates_alone_differ()
    {
        var random = new Random(8);
        var families = Enumerable.Range(0, 330).Select(_ => (Name: Surname(random.Next(220)), Village: $"56{random.Next(100, 114)}", Children: random.Next(2, 9), First: random.Next(1800, 1880)));
        var rows = families.SelectMany(family => Enumerable.Range(0, family.Children).SelectMany(child =>
        {
            var given = Enumerable.Range(0, random.Next(1, 4)).Select(_ => Men[random.Next(random.Next(1, 9))]).ToArray();
            var birth = $"{family.First + (2 * child)}-{random.Next(1, 13):D2}-{random.Next(2, 28):D2}";
            return Enumerable.Range(0, random.Next(1, 4)).Select(_ => (
                family.Name, Given: random.Next(4) == 0 ? given[..1] : given, Birth: random.Next(8) == 0 ? birth[..^1] + random.Next(10) : birth, family.Village,
                Person: $"{family.Name}{birth}{given[0]}"));
        })).ToList();
        var records = rows.Select((row, i) => Record($"{i:D5}", row.Name, row.Given[0], row.Birth, [("birthCommune", row.Village), .. row.Given[1..].Select(more => ("givenNames", more))])).ToList();
        var persons = rows.Select(row => row.Person).Distinct().Select((person, i) => (person, i)).ToDictionary(p => p.person, p => p.i);

        var outcome = ModelTrainer.Train(records);

        var found = ClusterMetrics.Measure(Linker.Link(outcome.Model!, records).Clusters, Enumerable.Range(0, rows.Count).ToDictionary(i => i, i => persons[rows[i].Person])).Pairwise;
        Assert.InRange(found.Precision, 0.96, 1);
        Assert.InRange(found.Recall, 0.95, 1);
    }

    private static void AssertNobodyIsJoined(TrainingOutcome outcome, List<MatchRecord> people)
    {
        if (outcome.Model is { } model)
        {
            var partition = Linker.Link(model, people);
            Assert.InRange(partition.Clusters.Count(), people.Count - 4, people.Count);
            Assert.InRange(partition.Doubts.Count(), 0, people.Count / 25);
        }
    }

    /// <summary>Each name has its ten years, for a woman as for a man.</summary>
    private static List<MatchRecord> Generations(int seed, int count)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(i =>
        {
            var name = random.Next(Men.Length);
            var year = 1915 + (3 * name) + random.Next(10);
            return Record($"{i:D5}", Surname(random.Next(3000)), random.Next(2) == 0 ? Men[name] : Women[name], $"{year}-{random.Next(1, 13):D2}-{random.Next(2, 28):D2}",
                ("birthCommune", $"{random.Next(1, 90):D2}{random.Next(100, 160)}"));
        })];
    }

    /// <summary>The same person, keyed once more with a letter of the name left out or another given name beside it.</summary>
    private static MatchRecord Again(MatchRecord record, int i, Random random)
    {
        var (name, given) = (TrainingTemplate.Fields.ToList().IndexOf("birthName"), TrainingTemplate.Fields.ToList().IndexOf("givenNames"));
        return record with
        {
            Key = new MatchKey("file", $"again-{i:D5}", ""),
            Values = [.. record.Values.Select((said, f) => f == name && random.Next(3) == 0 ? [said[0].Remove(2, 1)] : f == given && random.Next(3) == 0 ? (IReadOnlyList<string>)[.. said, "MARIE"] : said)],
        };
    }

    private static MatchRecord Record(string key, string surname, string given, string birth, params (string Field, string Value)[] more)
    {
        (string Field, string Value)[] values = [("birthName", surname), ("givenNames", given), ("birthDate", birth), .. more];
        return new MatchRecord(new MatchKey("file", key, ""), [.. TrainingTemplate.Fields.Select(field => (IReadOnlyList<string>)[.. values.Where(v => v.Field == field).Select(v => v.Value)])]);
    }

    private static string Surname(int i)
    {
        string[] starts = ["BA", "CO", "DU", "FLE", "GRI", "LA", "MO", "PER", "RU", "TE", "VI", "ZO", "HE", "JU", "KER"];
        string[] middles = ["BER", "CAR", "LEN", "MIN", "NOR", "RAN", "SEL", "TIV", "DOU", "GAN", "PUI", "VAL", "ROT", "CHE"];
        string[] ends = ["D", "ET", "IN", "ON", "AUX", "IER", "OT", "EL", "AS", "Y", "EAU", "ARD", "EUX", "AN", "IC"];
        return starts[i % 15] + middles[i / 15 % 14] + ends[i / 210 % 15];
    }

    private static string Pick(Random random, string[] from) => from[random.Next(from.Length)];
}
