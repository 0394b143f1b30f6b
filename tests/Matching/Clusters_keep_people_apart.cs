using IntegrationHub.Mdm.Matching;
using IntegrationHub.Mdm.Matching.Clustering;

namespace IntegrationHub.Tests.Matching;

/// <summary>The cases of French identity that must never link by themselves.</summary>
public sealed class Clusters_keep_people_apart
{
    private static readonly (string, string)[] Home =
        [("street", "rue des Lilas"), ("houseNumber", "12"), ("postCode", "38000"), ("city", "Grenoble"), ("phone", "0476010203"), ("email", "foyer@exemple.fr")];

    [Fact]
    public void Twins_are_two() => AssertApart(
        People.Record("a", [("birthName", "Morel"), ("givenNames", "Léa"), ("sex", "F"), ("birthDate", "2015-04-02"), ("birthCommune", "38185"), .. Home]),
        People.Record("b", [("birthName", "Morel"), ("givenNames", "Léo"), ("sex", "M"), ("birthDate", "2015-04-02"), ("birthCommune", "38185"), .. Home]));

    [Fact]
    public void Father_and_son_of_one_name_are_two() => AssertApart(
        People.Record("a", [("birthName", "Morel"), ("givenNames", "Jean"), ("sex", "M"), ("birthDate", "1960-04-02"), .. Home]),
        People.Record("b", [("birthName", "Morel"), ("givenNames", "Jean"), ("sex", "M"), ("birthDate", "1991-09-17"), .. Home]));

    [Fact]
    public void Homonyms_born_the_same_day_elsewhere_are_two() => AssertApart(
        People.Record("a", ("birthName", "Martin"), ("givenNames", "Marie"), ("sex", "F"), ("birthDate", "1970-04-02"), ("birthCommune", "38185")),
        People.Record("b", ("birthName", "Martin"), ("givenNames", "Marie"), ("sex", "F"), ("birthDate", "1970-04-02"), ("birthCommune", "59350")));

    [Fact]
    public void Shared_contacts_alone_never_link() => AssertApart(People.Record("a", Home), People.Record("b", [("birthName", "Morel"), .. Home]));

    [Fact]
    public void Different_verified_identifiers_hold_a_pair_at_review()
    {
        var (a, b) = (Person("a", ("identifier", "!fc:1234567")), Person("b", ("identifier", "!fc:7654321")));
        var partition = Linker.Link(MatchModel.French, [a, b]);
        Assert.Equal(2, partition.Clusters.Count());
        Assert.Equal(DoubtReason.Vetoed, Assert.Single(partition.Doubts).Reason);
    }

    [Fact]
    public void A_status_that_forbids_links_holds_a_pair_at_review()
    {
        var partition = Linker.Link(MatchModel.French, [Person("a"), Person("b") with { ReviewOnly = true }]);
        Assert.Equal(DoubtReason.Vetoed, Assert.Single(partition.Doubts).Reason);
        Assert.Equal(["status"], MatchModel.French.Explain(Person("a"), Person("b") with { ReviewOnly = true }).Vetoes);
    }

    [Fact]
    public void A_duplicate_free_source_stands_once_in_a_cluster()
    {
        var typed = People.Record("b", ("birthName", "Quatrebarbes"), ("givenNames", "Solange"), ("sex", "F"), ("birthDate", "1954-03-27"));
        var records = new[] { Person("a"), typed, Person("c") with { Key = new MatchKey("portail", "c", "") } };
        Assert.Single(Linker.Link(MatchModel.French, records).Clusters);
        var guarded = MatchModel.French.WithDuplicateFreeSources(["civil"]);
        Assert.NotEqual(MatchModel.French.Version, guarded.Version);
        var partition = Linker.Link(guarded, records);
        Assert.Equal(2, partition.Clusters.Count());
        Assert.Contains(partition.Doubts, d => d.Reason == DoubtReason.Guard);
    }

    [Fact]
    public void A_record_nothing_can_find_is_a_doubt()
    {
        var doubt = Assert.Single(Linker.Link(MatchModel.French, [People.Record("a", ("birthName", "Morel")), Person("b")]).Doubts);
        Assert.Equal((0, null, DoubtReason.NoUsableKey), (doubt.A, doubt.B, doubt.Reason));
    }

    [Fact]
    public void A_record_that_fits_two_people_joins_neither()
    {
        var father = People.Record("f", ("birthName", "Quatrebarbes"), ("givenNames", "Jean"), ("birthDate", "1950-05-05"));
        var son = People.Record("s", ("birthName", "Quatrebarbes"), ("givenNames", "Jean"), ("birthDate", "1981-08-08"));
        var either = People.Record("e", ("birthName", "Quatrebarbes"), ("givenNames", "Jean"));
        Assert.Equal(3, Linker.Link(MatchModel.French, [father, son, either]).Clusters.Count());
        Assert.Equal(2, Linker.Link(MatchModel.French, [father, son, either], [new PairDecision(1, either.Key, son.Key, true)]).Clusters.Count());
    }

    [Theory]
    [InlineData(15_000, 2)]
    [InlineData(4_000, 2)]
    [InlineData(500, 1)]
    public void Whose_a_record_may_be_is_asked_unless_others_fit_it_so_much_better_that_the_answer_is_known(int others, int questions)
    {
        (string, string)[] bare = [("birthName", "Quatrebarbes"), ("givenNames", "Solange"), ("birthDate", "1954-03-21")];
        MatchRecord[] records = [People.Record("a", bare), .. Enumerable.Range(1, 3).Select(i => People.Record($"p{i}", [.. bare, ("identifier", $"!fc:{i}23{i}56{i}")]))];
        Link[] links = [new(0, 1, others, 0, false), new(0, 2, others, 0, false), new(0, 3, 3_000, 0, false)];
        var resolved = Solve(records, links);
        Assert.Equal((4, questions), (resolved.Clusters.Count, resolved.Doubts.Count));
    }

    /// <summary>That rivals outweigh the best pair of two groups hides no veto between them.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_a_veto_holds_is_asked_though_a_heavier_pair_of_the_same_two_groups_need_not_be(bool heavier)
    {
        (string, string)[] bare = [("birthName", "Quatrebarbes"), ("givenNames", "Solange"), ("birthDate", "1954-03-21")];
        MatchRecord[] records = [People.Record("a", bare), .. Enumerable.Range(1, 3).Select(i => People.Record($"p{i}", [.. bare, ("identifier", $"!fc:{i}23{i}56{i}")])), People.Record("p4", bare)];
        Link[] links = [new(3, 4, 30_000, 0, false), new(0, 1, 15_000, 0, false), new(0, 2, 15_000, 0, false), .. heavier ? [new Link(0, 3, 3_000, 0, false)] : Array.Empty<Link>(), new(0, 4, 2_500, 0, true)];
        var resolved = Solve(records, links);
        Assert.Contains(resolved.Doubts, doubt => (doubt.A, doubt.B) is (0, 3) or (0, 4) or (3, 0) or (4, 0));
    }

    [Theory]
    [InlineData(2, 2)]
    [InlineData(3, 3)]
    [InlineData(4, 0)]
    public void Which_of_two_or_three_a_record_is_is_asked_though_none_is_likelier_than_not(int equals, int questions)
    {
        (string, string)[] bare = [("birthName", "Quatrebarbes"), ("givenNames", "Solange"), ("birthDate", "1954-03-21")];
        MatchRecord[] records = [People.Record("a", bare), .. Enumerable.Range(1, equals).Select(i => People.Record($"p{i}", [.. bare, ("identifier", $"!fc:{i}23{i}56{i}")]))];
        Assert.Equal(questions, Solve(records, [.. Enumerable.Range(1, equals).Select(i => new Link(0, i, 6_000, 0, false))]).Doubts.Count);
    }

    [Fact]
    public void Records_that_fit_the_same_two_people_are_one_all_the_same()
    {
        (string, string)[] bare = [("birthName", "Quatrebarbes"), ("givenNames", "Solange"), ("sex", "F"), ("birthDate", "1954-03-27")];
        var (one, other) = (People.Record("p", [.. bare, ("identifier", "!fc:1234567")]), People.Record("q", [.. bare, ("identifier", "!fc:7654321")]));
        var letters = new[] { "d1", "d2", "d3" }.Select(key => People.Record(key, bare));

        var partition = Linker.Link(MatchModel.French, [one, other, .. letters]);

        Assert.Equal([1, 1, 3], partition.Clusters.Select(cluster => cluster.Length).Order());
        Assert.True(partition.Doubts.Take(4).Count() <= 3, "one question a cluster, not one a record");
    }

    [Fact]
    public void A_never_decision_outranks_any_score_and_leaves_no_doubt()
    {
        var decisions = new[] { new PairDecision(1, Person("a").Key, Person("b").Key, false) };
        var partition = Linker.Link(MatchModel.French, [Person("a"), Person("b")], decisions);
        Assert.Equal(2, partition.Clusters.Count());
        Assert.Empty(partition.Doubts);
    }

    [Fact]
    public void Ten_thousand_entangled_records_end_in_bounded_clusters()
    {
        // A chain: each record shares its e-mail with the one before and its phone with the one after.
        var chain = Enumerable.Range(0, 10_000).Select(i => People.Record(
            $"{i:D5}", ("birthName", "Quatrebarbes"), ("givenNames", "Jean"), ("email", $"m{i / 2}@exemple.fr"), ("phone", $"06{(i + 1) / 2:D8}"), ("identifier", $"file:{i:D8}"))).ToList();
        var model = MatchModel.French.ActivateOn(chain);
        var partition = Linker.Link(model, chain);
        Assert.Equal(10_000, partition.Clusters.Sum(c => c.Length));
        Assert.All(partition.Clusters, c => Assert.InRange(c.Length, 1, 60));
    }

    private static MatchRecord Person(string key, params (string, string)[] more) =>
        People.Record(key, [("birthName", "Quatrebarbes"), ("givenNames", "Solange"), ("sex", "F"), ("birthDate", "1954-03-21"), .. more]);

    private static ResolvedComponent Solve(MatchRecord[] records, Link[] links)
    {
        var vocabulary = MatchModel.French.Adjusted(InternedRecords.Of(MatchModel.French, records).Vocabulary);
        Member[] members = [.. records.Select((record, i) => new Member(record.Key, i, MatchModel.French.Rows.Write(record, vocabulary)))];
        return new Clusterer(MatchModel.French.Settings, MatchModel.French.Scorer).Solve(new Component(members, links, [], vocabulary), CancellationToken.None);
    }

    private static void AssertApart(MatchRecord a, MatchRecord b) => Assert.Equal(2, Linker.Link(MatchModel.French, [a, b]).Clusters.Count());
}
