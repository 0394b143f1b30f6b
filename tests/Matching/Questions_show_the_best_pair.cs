using IntegrationHub.Mdm.Matching;

namespace IntegrationHub.Tests.Matching;

public sealed class Questions_show_the_best_pair
{
    /// <summary>A question about two clusters shows the heaviest pair between them, in a crowd too.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void No_pair_of_the_same_two_clusters_is_heavier(int cap)
    {
        var document = MatchModel.French.Document.Replace("component: { cap: 60", $"component: {{ cap: {cap}", StringComparison.Ordinal).Replace("review: 0.0, link: 3.5", "review: -8.0, link: 0.0", StringComparison.Ordinal);
        Assert.Contains($"cap: {cap},", document, StringComparison.Ordinal);
        var model = MatchModel.Parse(document, "crowd.yaml");
        for (var seed = 0; seed < 6; seed++)
        {
            var partition = Linker.Link(model, People.Crowd(seed, 300).Select(p => p.Record));
            var cluster = partition.Clusters.SelectMany((c, i) => c.Select(part => (part, i))).ToDictionary(p => p.part, p => p.i);
            var best = partition.Pairs.GroupBy(p => Between(cluster[p.A], cluster[p.B])).ToDictionary(g => g.Key, g => g.Max(p => p.Weight));
            Assert.All(partition.Doubts.Where(d => d.B is not null), d => Assert.Equal(best[Between(cluster[d.A], cluster[d.B!.Value])], d.Weight));
        }
    }

    private static (int, int) Between(int a, int b) => (Math.Min(a, b), Math.Max(a, b));
}
