using IntegrationHub.Mdm.Matching;
using IntegrationHub.Mdm.Matching.Training;

namespace IntegrationHub.Tests.Matching;

/// <summary>What chance makes of given names where a file knows few of them, or pairs of them a letter apart.</summary>
public sealed class Given_names_that_many_bear
{
    private static readonly string[] LetterApart = ["LOUIS", "LOUISE", "MARTIN", "MARTINE", "EMILIE", "EMILIA", "ANDRE", "ANDREA", "JULIE", "JULIA", "FABRICE", "FABRICIA"];

    private static readonly string[] Few = ["PIERRE", "MARIE", "JEAN", "ANNE", "LOUIS", "JEANNE", "JACQUES", "CATHERINE"];

    private static readonly List<MatchRecord> Relatives = Clans(4, Few);

    private static readonly TrainingOutcome Trained = ModelTrainer.Train(Relatives);

    [Fact]
    public void Two_known_names_a_letter_apart_are_no_slip_of_strangers()
    {
        var levels = ModelTrainer.Train(Clans(5, LetterApart)).Model!.Levels.Where(l => l.Comparison == "givenName").ToDictionary(l => l.Level);
        Assert.InRange(levels["near"].U, 0, 0.02);
        Assert.InRange(levels["feminine"].U, 0.04, 0.2);
        Assert.True(levels["near"].Weight > 2000, $"a slip weighs {levels["near"].Weight}");
    }

    [Fact]
    public void Relatives_bear_one_name_about_as_often_as_strangers_do()
    {
        var same = Trained.Model!.Levels.Single(l => l is { Comparison: "givenName", Level: "same" });
        Assert.InRange(same.U, 0.1, 0.2);
        Assert.InRange(same.Kin, 0.75 * same.U, 1.25 * same.U);
    }

    [Fact]
    public void Cousins_of_one_name_are_not_taken_for_one_person_with_another_date()
    {
        var truth = Relatives.GroupBy(Person).Sum(g => g.Count() * (g.Count() - 1) / 2);
        Assert.InRange(Trained.Report.ExpectedMatches, 0.85 * truth, 1.15 * truth);
        Assert.DoesNotContain(Linker.Link(Trained.Model!, Relatives).Clusters, cluster => cluster.Select(r => Person(Relatives[r])).Distinct().Count() > 1);
    }

    /// <summary>Where namesakes are many the best of pairs weigh little, all of them the same: a bar a hair above them finds nobody.</summary>
    [Theory]
    [InlineData(8)]
    [InlineData(5)]
    [InlineData(3)]
    public void Who_is_there_twice_is_found_though_no_pair_is_as_sure_as_elsewhere(int names)
    {
        var people = Clans(6, Few[..names], again: 3);
        var found = Linker.Link(ModelTrainer.Train(people).Model!, people).Clusters.Where(cluster => cluster.Length > 1).ToList();
        Assert.InRange(found.Count(cluster => cluster.Select(r => Person(people[r])).Distinct().Count() == 1), 130, 187);
        Assert.InRange(found.Count(cluster => cluster.Select(r => Person(people[r])).Distinct().Count() > 1), 0, 4);
    }

    private static string Person(MatchRecord record) => record.Key.Key[..6];

    /// <summary>Forty clans of fourteen relatives of all ages, each in a village of its own; some of them twice, with slips.</summary>
    /// <param name="seed">Of all that chance decides.</param>
    /// <param name="names">Given names there are, those borne more often first.</param>
    /// <param name="again">One in so many is there twice.</param>
    private static List<MatchRecord> Clans(int seed, string[] names, int again = 2)
    {
        var random = new Random(seed);
        var rows = new List<MatchRecord>();
        for (var person = 0; person < 40 * 14; person++)
        {
            // The first of the names are borne more often.
            var (clan, given) = (person / 14, names[Math.Min(random.Next(names.Length), random.Next(names.Length))]);
            var (year, month, day) = (random.Next(1830, 1880), random.Next(1, 13), random.Next(2, 28));
            Add(0, given, day);
            if (person % again == 0)
            {
                Add(1, random.Next(8) == 0 ? given.Insert(2, "X") : given, random.Next(8) == 0 ? 29 - day : day);
            }

            void Add(int copy, string name, int born) => rows.Add(new MatchRecord(new MatchKey("parish", $"{person:D6}-{copy}", ""), [.. TrainingTemplate.Fields.Select(field => (IReadOnlyList<string>)(field switch
            {
                "birthName" => [Surname(clan)],
                "givenNames" => [name],
                "birthDate" => [$"{year}-{month:D2}-{born:D2}"],
                "birthCommune" => [$"{56110 + (clan % 14)}"],
                _ => [],
            }))]));
        }

        return rows;
    }

    private static string Surname(int i) => string.Concat(
        new[] { "BA", "CO", "DU", "FLE", "GRI", "LA", "MO", "PER" }[i % 8],
        new[] { "BER", "CAR", "LEN", "TIV", "DOU" }[i / 8 % 5],
        new[] { "D", "IER", "AUX" }[i % 3]);
}
