using IntegrationHub.Mdm.Matching;

namespace IntegrationHub.Tests.Matching;

/// <summary>Two strangers of one name may well be born elsewhere, but hardly agree on all the rest by chance: a veto about chance holds pairs up to a weight.</summary>
public sealed class Vetoes_up_to_a_weight
{
    private static readonly MatchRecord Here = Born("here", "38185");
    private static readonly MatchRecord Elsewhere = Born("elsewhere", "59350");
    private static readonly int Above = MatchModel.French.Explain(Here, Elsewhere).Weight - MatchModel.French.Settings.Link;

    [Fact]
    public void Without_a_bound_a_pair_of_any_weight_is_held()
    {
        Assert.True(Above > 8000, "all but the birth place agrees");
        Assert.Equal(["homonyms"], MatchModel.French.Explain(Here, Elsewhere).Vetoes);
        Assert.Equal(2, Linker.Link(MatchModel.French, [Here, Elsewhere]).Clusters.Count());
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(0, false)]
    public void A_pair_is_held_below_the_bound_and_from_it_on_links(int more, bool held)
    {
        var model = Bounded(Above + more);

        var partition = Linker.Link(model, [Here, Elsewhere]);

        Assert.Equal(held, partition.Pairs.Single().Vetoed);
        Assert.Equal(held, model.Explain(Here, Elsewhere).Vetoes.Contains("homonyms"));
        Assert.Equal(held ? 2 : 1, partition.Clusters.Count());
    }

    [Fact]
    public void A_pair_beyond_the_bound_is_still_held_by_another_veto()
    {
        var (a, b) = (Born("a", "38185", ("identifier", "!fc:1234567")), Born("b", "59350", ("identifier", "!fc:7654321")));
        Assert.Equal(["verified-identifiers"], Bounded(0).Explain(a, b).Vetoes);
        Assert.True(Linker.Link(Bounded(0), [a, b]).Pairs.Single().Vetoed);
    }

    [Fact]
    public void An_activated_model_keeps_the_bound()
    {
        var bounded = Bounded(8000).ActivateOn([Here, Elsewhere]);
        Assert.Equal(8000, bounded.Settings.Vetoes.Single(v => v.Name == "homonyms").UpTo);
        Assert.Equal(8000, MatchModel.Parse(bounded.Document, "town.yaml").Settings.Vetoes.Single(v => v.Name == "homonyms").UpTo);
    }

    [Fact]
    public void A_bound_below_the_threshold_is_refused_by_its_line()
    {
        var error = Assert.Throws<FormatException>(() => Bounded(-1000));
        Assert.Matches(@"^town\.yaml:\d+: vetoes\.homonyms\.upTo: must be 0 or more", error.Message);
    }

    private static MatchModel Bounded(int bits) => MatchModel.Parse(
        MatchModel.French.Document.Replace("  homonyms:\n", FormattableString.Invariant($"  homonyms:\n    upTo: {bits / 1000.0}\n"), StringComparison.Ordinal), "town.yaml");

    private static MatchRecord Born(string key, string commune, params (string, string)[] more) => People.Record(key,
    [
        ("birthName", "Quatrebarbes"), ("givenNames", "Hippolyte"), ("givenNames", "Anselme"), ("sex", "M"), ("birthDate", "1950-03-04"), ("birthCommune", commune), .. more,
    ]);
}
