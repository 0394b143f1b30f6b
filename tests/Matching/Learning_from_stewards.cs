using IntegrationHub.Mdm.Matching.Learning;

namespace IntegrationHub.Tests.Matching;

public sealed class Learning_from_stewards
{
    [Theory]
    [InlineData(0, 10, 0.0000, 0.2775)]
    [InlineData(5, 10, 0.2366, 0.7634)]
    [InlineData(10, 10, 0.7225, 1.0000)]
    [InlineData(81, 263, 0.2553, 0.3662)]
    public void Wilson_intervals_are_those_of_the_tables(int successes, int count, double low, double high)
    {
        var interval = WilsonInterval.Of(successes, count);
        Assert.Equal(low, interval.Low, 4);
        Assert.Equal(high, interval.High, 4);
    }

    [Fact]
    public void Nothing_measured_is_everything_possible() => Assert.Equal((0.0, 1.0), (WilsonInterval.Of(0, 0).Low, WilsonInterval.Of(0, 0).High));

    [Fact]
    public void Labels_vouch_for_the_lowest_weight_from_which_links_are_right()
    {
        List<LabelledPair> labels = [.. Many(8000, true, 500), .. Many(5000, true, 100), .. Many(2000, true, 30), .. Many(2000, false, 20), .. Many(-3000, false, 200)];
        var quality = LabelLearner.Measure(labels);
        Assert.Equal(5000, quality.SuggestedLink);
        Assert.Equal(2000, quality.SuggestedReview);
        Assert.Null(LabelLearner.Measure([.. Many(8000, true, 20)]).SuggestedLink);
    }

    [Fact]
    public void Only_random_audits_tell_the_precision_of_links()
    {
        var quality = LabelLearner.Measure([.. Many(8000, true, 40, audit: true), .. Many(1000, false, 60)]);
        Assert.Equal((40, 1.0), (quality.Links.Count, quality.Links.Share));
    }

    [Fact]
    public void Answers_to_what_a_veto_held_say_nothing_of_the_weight_and_move_no_threshold()
    {
        List<LabelledPair> asked = [.. Many(18_000, true, 60, audit: true), .. Many(2000, true, 40), .. Many(-1000, false, 40)];
        List<LabelledPair> held = [.. Many(18_000, false, 70).Select(l => l with { Held = true }), .. Many(-4000, true, 50).Select(l => l with { Held = true })];

        var (plain, all) = (LabelLearner.Measure(asked), LabelLearner.Measure([.. asked, .. held]));

        Assert.Equal((plain.Bands, plain.Sources, plain.SuggestedLink, plain.SuggestedReview), (all.Bands, all.Sources, all.SuggestedLink, all.SuggestedReview), (a, b) =>
            a.Bands.SequenceEqual(b.Bands) && a.Sources.SequenceEqual(b.Sources) && (a.SuggestedLink, a.SuggestedReview) == (b.SuggestedLink, b.SuggestedReview));
        Assert.Equal((120, 50 / 120.0), (all.Held.Count, all.Held.Share));
        Assert.Equal(-1000, all.SuggestedReview);
    }

    [Fact]
    public void Audits_of_links_suggest_nothing_about_where_asking_begins() =>
        Assert.Null(LabelLearner.Measure([.. Many(18_000, true, 200, audit: true), .. Many(2000, true, 10)]).SuggestedReview);

    [Fact]
    public void A_source_the_model_is_wrong_about_drifts()
    {
        List<LabelledPair> labels =
        [
            .. Many(3000, true, 90), .. Many(3000, false, 10),
            .. Enumerable.Repeat(new LabelledPair(3000, false, "etat-civil", "crm", false), 40),
        ];
        var quality = LabelLearner.Measure(labels);
        Assert.Equal([("crm", "portail", false), ("crm", "etat-civil", true)], quality.Sources.Select(s => (s.SourceA, s.SourceB, s.Drifts)));
    }

    private static IEnumerable<LabelledPair> Many(int weight, bool same, int count, bool audit = false) =>
        Enumerable.Repeat(new LabelledPair(weight, same, "portail", "crm", audit), count);
}
