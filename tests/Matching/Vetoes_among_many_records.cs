using IntegrationHub.Mdm.Matching;
using IntegrationHub.Mdm.Matching.Clustering;

namespace IntegrationHub.Tests.Matching;

/// <summary>A veto holds its own pair at review. Whether it also keeps two groups of records apart depends on what the pair says: silence keeps nobody apart, what differs in half of it others can settle, what differs in all of it many that firmly agree; and what strangers differ in, nobody.</summary>
public sealed class Vetoes_among_many_records
{
    private static readonly (string, string)[] Born = [("birthDate", "1950-03-04"), ("birthCommune", "38185"), ("sex", "F")];

    [Fact]
    public void A_pair_in_which_nothing_differs_but_much_is_not_said_keeps_nobody_apart()
    {
        List<MatchRecord> records =
        [
            Marie("whole", ["Marie"], [.. Born, ("phone", "0612345678")]),
            Marie("undated", ["Marie"], [("phone", "0612345678")]),
            Marie("nameless", [], [.. Born, ("phone", "0612345678")]),
        ];

        Assert.Equal(["no-given-name"], Vetoes(records[1], records[2]));
        Assert.Single(Linker.Link(MatchModel.French, records).Clusters);
        Assert.Equal(2, Linker.Link(MatchModel.French, records.Skip(1)).Clusters.Count());
    }

    [Fact]
    public void What_is_silent_in_part_and_differs_in_part_is_settled_by_as_many_pairs_that_agree_on_it()
    {
        var dated = Quatrebarbes("dated", Born);
        var undated = Quatrebarbes("undated", [("phone", "0612345678")]);
        var renamed = People.Record("renamed", [("birthName", "Vandenbroucke"), ("givenNames", "Hippolyte"), .. Born[..2], ("sex", "M"), ("email", "hq@exemple.fr")]);
        var bridge = People.Record("bridge", [("birthName", "Vandenbroucke"), ("birthName", "Quatrebarbes"), ("givenNames", "Hippolyte"), .. Born[..2], ("sex", "M"), ("email", "hq@exemple.fr")]);

        Assert.Equal(["other-surname"], Vetoes(undated, renamed));
        Assert.Contains(Linker.Link(MatchModel.French, [dated, undated, renamed, bridge]).Clusters, c => c.Length == 4);
        var unnamed = People.Record("unnamed", [("givenNames", "Hippolyte"), .. Born[..2], ("sex", "M"), ("email", "hq@exemple.fr"), ("phone", "0612345678")]);
        var parted = Linker.Link(MatchModel.French, [undated, renamed, unnamed]);
        Assert.True(MatchModel.French.Explain(undated, unnamed).Weight > 3500, "the one without a surname would link to both");
        Assert.Equal([1, 2], parted.ClusterOf(2).Order());
    }

    [Fact]
    public void Twins_of_many_records_stay_two_though_some_do_not_say_which()
    {
        var records = Many("marie", 8, "Marie").Concat(Many("jeanne", 8, "Jeanne")).Concat(Many("nameless", 4)).ToList();

        var clusters = Linker.Link(MatchModel.French, records).Clusters.ToList();

        Assert.DoesNotContain(clusters, c => c.Any(r => r < 8) && c.Any(r => r is >= 8 and < 16));
        Assert.Contains(clusters, c => c.Count(r => r < 8) == 8);
    }

    [Fact]
    public void Twins_whose_names_look_alike_stay_two_though_most_records_carry_no_date()
    {
        List<MatchRecord> records = [Morel("Lena", 0, Girl), Morel("Lena", 1, Girl[1]), Morel("Lena", 2, Girl[1]), Morel("Lina", 3, Girl), Morel("Lina", 4, Girl[1])];

        Assert.Equal(["twins"], Vetoes(records[0], records[3]));
        Assert.True(MatchModel.French.Explain(records[1], records[4]).Weight > 3500, "without dates the two look like one");
        Assert.DoesNotContain(Linker.Link(MatchModel.French, records).Clusters, c => c.Any(r => r < 3) && c.Any(r => r >= 3));
    }

    [Theory]
    [InlineData(4, false)]
    [InlineData(9, false)]
    [InlineData(10, true)]
    public void One_record_that_could_be_a_twins_parts_a_person_only_of_few_records(int each, bool one)
    {
        // A steward said that the first quarter is one; a record of it bears another given name.
        var records = Enumerable.Range(0, 2 * each).Select(i => Marie($"{i:D2}", [i == 0 ? "Jeanne" : "Marie"], Born)).ToList();
        var same = Enumerable.Range(1, (each / 2) - 1).Select(i => new PairDecision(i, records[0].Key, records[i].Key, true));

        Assert.All(records.Skip(1), other => Assert.Contains("twins", Vetoes(records[0], other)));
        Assert.Equal(one ? 1 : 2, Linker.Link(MatchModel.French, records, same).Clusters.Count());
    }

    [Fact]
    public void An_initial_does_not_make_brothers_one()
    {
        List<MatchRecord> records = [Morel("Paul", 0, Boy), Morel("P", 1, Boy), Morel("Pierre", 2, ("sex", "M"))];

        Assert.Contains("no-given-name", Vetoes(records[0], records[2]));
        Assert.True(MatchModel.French.Explain(records[1], records[2]).Weight > 3500, "the initial alone would be his brother's");
        Assert.DoesNotContain(Linker.Link(MatchModel.French, records).Clusters, c => c.Contains(0) && c.Contains(2));
    }

    [Fact]
    public void What_a_vetoed_pair_puts_between_groups_is_read_from_what_it_says()
    {
        AssertStance(Obstacle.Contradiction, Morel("Lena", 0, Girl), Morel("Lina", 1, Girl));
        AssertStance(Obstacle.Reservation, Morel("Paul", 0, Boy), Morel("Pierre", 1, Boy[1]));
        AssertStance(Obstacle.None, Morel("Paul", 0, Boy[1]), Morel("", 1, Boy));
        AssertStance(Obstacle.Veto, People.Record("here", [("birthName", "Quatrebarbes"), ("givenNames", "Hippolyte"), .. Born]), People.Record("elsewhere", [("birthName", "Quatrebarbes"), ("givenNames", "Hippolyte"), Born[0], ("birthCommune", "59350")]));
        AssertStance(Obstacle.Veto, Morel("Paul", 0, [("identifier", "!fc:1234567"), .. Boy]), Morel("Paul", 1, [("identifier", "!fc:7654321"), .. Boy]));
    }

    private static void AssertStance(Obstacle expected, MatchRecord a, MatchRecord b)
    {
        var pair = Linker.Link(MatchModel.French, [a, b], [new PairDecision(1, a.Key, b.Key, true)]).Pairs.Single();
        var stance = new Stances(MatchModel.French.Settings).Of(pair.Weight, pair.Pattern, pair.Vetoed);
        Assert.True(pair.Vetoed);
        Assert.Equal((expected, false), (stance.Obstacle, stance.Links));
    }

    [Fact]
    public void A_record_of_forbidding_status_keeps_others_from_the_one_it_was_joined_to()
    {
        var doubtful = Marie("doubtful", ["Marie"], Born) with { ReviewOnly = true };
        List<MatchRecord> records = [Marie("a", ["Marie"], Born), doubtful, Marie("b", ["Marie"], Born)];

        var partition = Linker.Link(MatchModel.French, records, [new PairDecision(1, records[0].Key, doubtful.Key, true)]);

        Assert.Equal([0, 1], partition.ClusterOf(0).Order());
        Assert.Single(partition.ClusterOf(2));
    }

    private static IReadOnlyList<string> Vetoes(MatchRecord a, MatchRecord b) => MatchModel.French.Explain(a, b).Vetoes;

    private static IEnumerable<MatchRecord> Many(string who, int count, params string[] names) => Enumerable.Range(0, count).Select(i => Marie($"{who}{i:D2}", names, Born));

    private static readonly (string, string)[] Girl = [("birthDate", "2015-06-11"), ("sex", "F")];

    private static readonly (string, string)[] Boy = [("birthDate", "1985-03-04"), ("sex", "M")];

    private static MatchRecord Morel(string name, int number, params (string, string)[] more) => People.Record($"{number}",
    [
        ("birthName", "Morel"), ("givenNames", name), ("phone", "0612345678"), ("email", "famille.morel@exemple.fr"),
        ("street", "rue des Lilas"), ("houseNumber", "12"), ("postCode", "38000"), ("city", "Grenoble"), .. more,
    ]);

    private static MatchRecord Quatrebarbes(string key, (string, string)[] more) =>
        People.Record(key, [("birthName", "Quatrebarbes"), ("givenNames", "Hippolyte"), ("sex", "M"), ("street", "rue des Lilas"), ("houseNumber", "12"), ("postCode", "38000"), .. more.Where(m => m.Item1 != "sex")]);

    private static MatchRecord Marie(string key, string[] names, (string, string)[] more) => People.Record(key,
    [
        ("birthName", "Quatrebarbes"), .. names.Select(name => ("givenNames", name)),
        ("street", "rue des Lilas"), ("houseNumber", "12"), ("postCode", "38000"), ("city", "Grenoble"), .. more,
    ]);
}
