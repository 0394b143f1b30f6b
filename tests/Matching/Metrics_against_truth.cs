using IntegrationHub.Mdm.Matching;

namespace IntegrationHub.Tests.Matching;

public sealed class Metrics_against_truth
{
    private static readonly Dictionary<int, string> Truth = new() { [0] = "x", [1] = "x", [2] = "x", [3] = "y", [4] = "y", [5] = "z" };

    [Fact]
    public void Pairs_and_whole_clusters_are_counted()
    {
        int[][] clusters = [[0, 1], [2, 3], [4], [5]];
        var metrics = ClusterMetrics.Measure(clusters, Truth);
        Assert.Equal((0.5, 0.25), (metrics.Pairwise.Precision, metrics.Pairwise.Recall));
        Assert.Equal((0.25, 1.0 / 3), (metrics.Cluster.Precision, metrics.Cluster.Recall));
        Assert.Equal(1.0 / 3, metrics.Pairwise.F1, 12);
    }

    [Fact]
    public void A_steward_who_answers_rightly_joins_what_belongs_together()
    {
        int[][] clusters = [[0, 1], [2], [3], [4], [5]];
        var doubts = new[] { new Doubt(1, 2, 0, 0, DoubtReason.Margin), new Doubt(2, 3, 0, 0, DoubtReason.Margin), new Doubt(5, null, 0, 0, DoubtReason.NoUsableKey) };
        var metrics = ClusterMetrics.MeasureReviewed(clusters, doubts, Truth);
        Assert.Equal((1, 0.75), (metrics.Pairwise.Precision, metrics.Pairwise.Recall));
    }

    [Fact]
    public void Nothing_claimed_and_nothing_to_find_is_perfect() =>
        Assert.Equal(1, ClusterMetrics.Measure([[0], [1]], new Dictionary<int, int> { [0] = 0, [1] = 1 }).Pairwise.F1);
}
