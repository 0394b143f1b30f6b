using IntegrationHub.Mdm.Matching.Learning;

namespace IntegrationHub.Tests.Matching;

public sealed class Shares_at_their_ends
{
    [Fact]
    public void All_or_none_reaches_to_the_end()
    {
        Assert.All(Enumerable.Range(1, 2000), n => Assert.Equal((1.0, 0.0), (WilsonInterval.Of(n, n).High, WilsonInterval.Of(0, n).Low)));
    }

    [Fact]
    public void A_source_whose_heavy_pairs_were_all_the_same_does_not_drift()
    {
        var labels = Enumerable.Range(0, 10).Select(_ => new LabelledPair(60_000, Same: true, "crm", "portail", Audit: true)).ToList();
        Assert.False(Assert.Single(LabelLearner.Measure(labels).Sources).Drifts);
    }
}
