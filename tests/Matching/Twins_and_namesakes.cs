using IntegrationHub.Mdm.Matching;
using IntegrationHub.Mdm.Matching.Training;

namespace IntegrationHub.Tests.Matching;

/// <summary>Two people whom nature or chance made alike must not become one because a file has hardly any families: nobody sees such a join.</summary>
public sealed class Twins_and_namesakes
{
    private static readonly string[] Boys = ["LOUIS", "PAUL", "HUGO", "JULES", "ARTHUR", "VICTOR", "SIMON", "GABIN"];
    private static readonly string[] Girls = ["ALICE", "CHLOE", "MANON", "INES", "SARAH", "ROSE", "JEANNE", "ZOE"];

    [Fact]
    public void Twins_of_a_file_with_few_families_are_asked_about_by_a_model_trained_on_it()
    {
        var people = Village(1, 260, 12, sexes: false);
        var model = ModelTrainer.Train(people).Model!;
        Assert.True(model.Settings.Kinship - model.Settings.Prior < -3000, "the file shows no households");
        AssertTwinsStayTwo(model, people);
    }

    [Fact]
    public void And_by_the_shipped_model_activated_on_it()
    {
        var people = TemplateRecords.For(MatchModel.French, Village(2, 260, 12));
        var model = MatchModel.French.ActivateOn(people);
        Assert.True(model.Settings.Kinship - model.Settings.Prior < -3000, "the file shows no households");
        AssertTwinsStayTwo(model, people);
    }

    [Fact]
    public void A_boy_and_a_girl_of_one_birth_are_two_however_many_given_names_slip()
    {
        var people = Village(3, 600, 6, slips: true);
        var model = ModelTrainer.Train(people).Model!;
        Assert.DoesNotContain(model.Settings.VetoesInForce, v => v.Name == "twins");
        AssertTwinsStayTwo(model, people);
    }

    [Fact]
    public void One_who_was_born_elsewhere_and_is_called_elsewhere_is_asked_about_whatever_the_rest_weighs()
    {
        var vetoes = ModelTrainer.Train(Scattered("phone", "0601020304", "0655443322")).Model!.Settings.VetoesInForce;
        Assert.Equal([("homonyms", true), ("homonyms-called-elsewhere", false)], vetoes.Where(v => v.Name.StartsWith("homonyms", StringComparison.Ordinal)).Select(v => (v.Name, v.IsPassedBy(20_000))));
    }

    [Fact]
    public void Another_street_alone_holds_nothing_that_weighs_enough()
    {
        var vetoes = ModelTrainer.Train(Scattered("street", "RUE DES LILAS", "ALLEE MONGE")).Model!.Settings.VetoesInForce;
        Assert.Equal([("homonyms", true)], vetoes.Where(v => v.Name.StartsWith("homonyms", StringComparison.Ordinal)).Select(v => (v.Name, v.IsPassedBy(20_000))));
    }

    [Theory]
    [InlineData("1952-08-27", true)]
    [InlineData("1950-08-27", true)]
    [InlineData("1949-12-03", false)]
    public void Two_of_one_name_under_one_roof_are_asked_about_where_both_dates_are_full_and_plainly_others(string date, bool asked)
    {
        MatchRecord[] two = [Here("a", "1949-03-12"), Here("b", date)];
        Assert.Equal(asked ? ["other-birth-date"] : [], MatchModel.French.Explain(two[0], two[1]).Vetoes);
        var partition = Linker.Link(MatchModel.French, two);
        Assert.Equal((asked ? 2 : 1, asked ? 1 : 0), (partition.Clusters.Count(), partition.Doubts.Count()));

        static MatchRecord Here(string key, string date) =>
            People.Record(key, ("birthName", "LEMARCHAND"), ("givenNames", "GENEVIEVE"), ("sex", "F"), ("birthDate", date), ("phone", "0241556677"), ("street", "12 RUE DES LILAS"), ("postCode", "49000"));
    }

    private static void AssertTwinsStayTwo(MatchModel model, IReadOnlyList<MatchRecord> people)
    {
        var partition = Linker.Link(model, people);
        Assert.DoesNotContain(partition.Clusters, cluster => cluster.Select(r => people[r].Key.Key[..6]).Distinct().Count() > 1);
        Assert.Contains(partition.Doubts, doubt => doubt.B is { } b && people[doubt.A].Key.Key[..6] != people[b].Key.Key[..6]);
    }

    /// <summary>Every other one of them twice; the last so many pairs are twins, a boy and a girl.</summary>
    private static List<MatchRecord> Village(int seed, int people, int twins, bool slips = false, bool sexes = true)
    {
        var random = new Random(seed);
        var rows = new List<MatchRecord>();
        for (var p = 0; p < people; p++)
        {
            var twin = p >= people - (2 * twins);
            var family = twin ? people + (p / 2) : p;
            var birth = new Random(family);
            var date = $"{birth.Next(1950, 2015)}-{birth.Next(1, 13):D2}-{birth.Next(2, 28):D2}";
            var girl = twin ? p % 2 == 0 : random.Next(2) == 0;
            var given = (girl ? Girls : Boys)[random.Next(8)];
            Add($"{p:D6}-a", given);
            if (!twin && p % 2 == 0)
            {
                Add($"{p:D6}-b", slips && random.Next(4) == 0 ? (girl ? Girls : Boys)[random.Next(8)] : slips && random.Next(4) == 0 ? given.Insert(2, "X") : given);
            }

            void Add(string key, string name) => rows.Add(Record(key, ("birthName", Surname(family)), ("givenNames", name), ("birthDate", date), ("birthCommune", $"{10 + (family % 5)}042"), ("sex", !sexes ? "" : girl ? "F" : "M")));
        }

        return rows;
    }

    /// <summary>People who are there twice, half of them moved: the file knows birth places and one way to reach them.</summary>
    private static List<MatchRecord> Scattered(string field, string here, string there)
    {
        var random = new Random(9);
        return [.. Enumerable.Range(0, 400).SelectMany(p => Enumerable.Range(0, 2).Select(copy => Record(
            $"{p:D6}-{copy}", ("birthName", Surname(p)), ("givenNames", Boys[p % 8]), ("birthDate", $"{1950 + (p % 50)}-{1 + (p % 12):D2}-{2 + (p % 25):D2}"),
            ("birthCommune", $"{10 + (p % 5)}042"), (field, copy == 0 || random.Next(2) == 0 ? Numbered(here, p) : Numbered(there, p)))))];

        static string Numbered(string value, int p) => value.StartsWith('0') ? value[..^3] + $"{p:D3}" : $"{value} {Surname(p)}";
    }

    private static MatchRecord Record(string key, params (string Field, string Value)[] values) =>
        new(new MatchKey("file", key, ""), [.. TrainingTemplate.Fields.Select(field => (IReadOnlyList<string>)[.. values.Where(v => v.Field == field && v.Value.Length > 0).Select(v => v.Value)])]);

    private static string Surname(int i) => string.Concat(
        new[] { "BA", "CO", "DU", "FLE", "GRI", "LA", "MO", "PER", "RU", "TE", "VI", "ZO", "HE", "JU", "KER" }[i % 15],
        new[] { "BER", "CAR", "LEN", "MIN", "NOR", "RAN", "SEL", "TIV", "DOU", "GAN", "PUI", "VAL", "ROT", "CHE" }[i / 15 % 14],
        new[] { "D", "ET", "IN", "ON", "AUX", "IER", "OT", "EL" }[i / 210 % 8]);
}
