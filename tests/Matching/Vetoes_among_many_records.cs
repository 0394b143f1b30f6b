using IntegrationHub.Mdm.Matching;

namespace IntegrationHub.Tests.Matching;

/// <summary>A veto holds its own pair at review. Whether it keeps two groups of records apart depends on what the pair says: silence keeps nobody apart, what differs is weighed against the other pairs, and proof is never weighed.</summary>
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

    [Theory]
    [InlineData(6, 1, 1, 1)]
    [InlineData(1, 3, 3, 2)]
    public void Two_names_that_differ_are_one_person_where_nearly_all_bear_both(int both, int first, int second, int people)
    {
        var records = Many("both", both, "Marie", "Jeanne").Concat(Many("first", first, "Marie")).Concat(Many("second", second, "Jeanne")).ToList();

        Assert.Equal(["twins"], Vetoes(records[both], records[^1]));
        Assert.Equal(people, Linker.Link(MatchModel.French, records).Clusters.Count());
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

    private static MatchRecord Quatrebarbes(string key, (string, string)[] more) =>
        People.Record(key, [("birthName", "Quatrebarbes"), ("givenNames", "Hippolyte"), ("sex", "M"), ("street", "rue des Lilas"), ("houseNumber", "12"), ("postCode", "38000"), .. more.Where(m => m.Item1 != "sex")]);

    private static MatchRecord Marie(string key, string[] names, (string, string)[] more) => People.Record(key,
    [
        ("birthName", "Quatrebarbes"), .. names.Select(name => ("givenNames", name)),
        ("street", "rue des Lilas"), ("houseNumber", "12"), ("postCode", "38000"), ("city", "Grenoble"), .. more,
    ]);
}
