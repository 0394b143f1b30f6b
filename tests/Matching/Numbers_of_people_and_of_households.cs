using IntegrationHub.Mdm.Matching;
using IntegrationHub.Mdm.Matching.Training;

namespace IntegrationHub.Tests.Matching;

/// <summary>What two records of one number are depends on whose number it is: a person's, as a social insurance's, or a household's, as an allowance's.</summary>
public sealed class Numbers_of_people_and_of_households
{
    private static readonly string[] Given = ["LOUIS", "ALICE", "HUGO", "CHLOE", "ARTHUR", "MANON", "SIMON", "SARAH", "GABIN", "JEANNE", "VICTOR", "INES"];

    private static readonly List<MatchRecord> Insured = Families(11, person => $"insurance:{100_000 + (person * 7919)}");

    private static readonly MatchModel OfPeople = ModelTrainer.Train(Insured).Model!;

    private static readonly List<MatchRecord> Allowances = Families(12, person => $"allowance:{100_000 + (person / 4 * 7919)}");

    private static readonly MatchModel OfHouseholds = ModelTrainer.Train(Allowances).Model!;

    [Fact]
    public void Who_has_no_given_name_is_told_by_a_number_of_his_own()
    {
        MatchRecord[] two = [Record("a", ("birthName", "BERCO"), ("identifier", "insurance:555123")), Record("b", ("birthName", "BERCO"), ("givenNames", "HUGO"), ("birthDate", "1984-05-06"), ("identifier", "insurance:555123"))];
        Assert.Empty(OfPeople.Explain(two[0], two[1]).Vetoes);
        Assert.Single(Linker.Link(OfPeople, two).Clusters);
        Assert.Equal(["no-given-name"], OfPeople.Explain(Without("identifier", two[0]), two[1]).Vetoes);
    }

    [Fact]
    public void And_who_has_no_name_at_all()
    {
        MatchRecord[] two = [Record("a", ("birthDate", "1984-05-06"), ("identifier", "insurance:555123")), Record("b", ("birthName", "BERCO"), ("givenNames", "HUGO"), ("birthDate", "1984-05-06"), ("identifier", "insurance:555123"))];
        Assert.Empty(OfPeople.Explain(two[0], two[1]).Vetoes);
        Assert.Single(Linker.Link(OfPeople, two).Clusters);
        Assert.Equal(["contact-only"], OfPeople.Explain(Without("identifier", two[0]), two[1]).Vetoes);
    }

    [Fact]
    public void That_households_share_a_number_shows_in_the_file()
    {
        Assert.InRange(KinShare(OfHouseholds), 0.5, 1);
        Assert.InRange(KinShare(OfPeople), 0, 0.05);

        static double KinShare(MatchModel model) => model.Levels.Single(l => l.Comparison == "identifier" && l.Level == "same").Kin;
    }

    [Fact]
    public void Twins_who_share_the_number_of_their_household_are_two()
    {
        var partition = Linker.Link(OfHouseholds, Allowances);
        Assert.DoesNotContain(partition.Clusters, cluster => cluster.Select(r => Allowances[r].Key.Key[..6]).Distinct().Count() > 1);
        Assert.InRange(partition.Clusters.Count(cluster => cluster.Length == 2), 300, 400);
    }

    [Fact]
    public void A_number_of_ones_own_excuses_another_given_name()
    {
        MatchRecord[] two = [.. new[] { "HUGO", "GABIN" }.Select(given => Record(given, ("birthName", "BERCO"), ("givenNames", given), ("birthDate", "1984-05-06"), ("identifier", "insurance:555123")))];
        Assert.Empty(OfPeople.Explain(two[0], two[1]).Vetoes);
        Assert.Contains("twins", OfHouseholds.Explain(two[0], two[1]).Vetoes);
    }

    /// <summary>A hundred households of two parents and two children, everybody twice; in every fourth the children are twins.</summary>
    private static List<MatchRecord> Families(int seed, Func<int, string> number)
    {
        var random = new Random(seed);
        var rows = new List<MatchRecord>();
        for (var person = 0; person < 400; person++)
        {
            var (family, child) = (person / 4, person % 4 >= 2);
            var birth = person % 4 == 3 && family % 4 == 0 ? new Random(seed + person - 1) : new Random(seed + person);
            var date = $"{(child ? birth.Next(2000, 2015) : birth.Next(1960, 1985))}-{birth.Next(1, 13):D2}-{birth.Next(2, 28):D2}";
            var given = Given[((family * 5) + (person % 4 * 3)) % Given.Length];
            for (var copy = 0; copy < 2; copy++)
            {
                rows.Add(Record(
                    $"{person:D6}-{copy}", ("birthName", Surname(family)), ("givenNames", copy == 1 && random.Next(10) == 0 ? given.Insert(2, "X") : given), ("birthDate", date),
                    ("street", $"{1 + (family % 40)} RUE {Surname(family + 300)}"), ("postCode", $"3{family % 9}000"), ("identifier", number(person))));
            }
        }

        return rows;
    }

    private static MatchRecord Record(string key, params (string Field, string Value)[] values) =>
        new(new MatchKey("file", key, ""), [.. TrainingTemplate.Fields.Select(field => (IReadOnlyList<string>)[.. values.Where(v => v.Field == field).Select(v => v.Value)])]);

    private static MatchRecord Without(string field, MatchRecord record) =>
        record with { Values = [.. record.Values.Select((values, f) => TrainingTemplate.Fields[f] == field ? [] : values)] };

    private static string Surname(int i) => string.Concat(
        new[] { "BA", "CO", "DU", "FLE", "GRI", "LA", "MO", "PER", "RU", "TE", "VI", "ZO", "HE", "JU", "KER" }[i % 15],
        new[] { "BER", "CAR", "LEN", "MIN", "NOR", "RAN", "SEL", "TIV", "DOU", "GAN", "PUI", "VAL", "ROT", "CHE" }[i / 15 % 14],
        new[] { "D", "ET", "IN", "ON", "AUX", "IER", "OT", "EL" }[i / 210 % 8]);
}
