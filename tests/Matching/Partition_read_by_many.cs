using IntegrationHub.Mdm.Matching;

namespace IntegrationHub.Tests.Matching;

/// <summary>A partition of one resolution makes its tables when somebody asks for them: nobody may see them half made, and a later resolution finds them there.</summary>
public sealed class Partition_read_by_many
{
    private const int Parts = 3_000;

    [Fact]
    public async Task Readers_who_start_together_all_find_every_cluster()
    {
        const int readers = 3;
        Partition[] partitions = [.. Enumerable.Range(0, 100).Select(_ => Whole())];
        using var together = new Barrier(readers);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20)); // a reader who found nothing comes no more
        await Task.WhenAll(Enumerable.Range(0, readers).Select(_ => Task.Factory.StartNew(() =>
        {
            foreach (var partition in partitions)
            {
                together.SignalAndWait(patience.Token);
                Assert.Equal([Parts - 1], partition.ClusterOf(Parts - 1));
            }
        }, patience.Token, TaskCreationOptions.LongRunning, TaskScheduler.Default)));
    }

    [Fact]
    public void A_second_resolution_changes_what_it_names_and_leaves_the_rest()
    {
        var partition = Whole();
        Assert.Equal(Parts, partition.Clusters.Count());

        partition.Apply(new Resolution([new ResolvedComponent([[4, 7]], [])], [new ScoredPair(4, 7, 9_000, 0, false)], []), [9]);

        Assert.Equal([4, 7], partition.ClusterOf(7));
        Assert.Equal([8], partition.ClusterOf(8));
        Assert.Throws<KeyNotFoundException>(() => partition.ClusterOf(9));
        Assert.Equal(Parts - 2, partition.Clusters.Count());
        Assert.Equal([(1, 2), (4, 7)], partition.Pairs.Select(pair => (pair.A, pair.B)).Order());
        Assert.Equal([3], partition.Doubts.Select(doubt => doubt.A));
    }

    private static Partition Whole()
    {
        var partition = new Partition();
        partition.Apply(new Resolution(
            [.. Enumerable.Range(0, Parts).Select(part => new ResolvedComponent([[part]], part == 3 ? [new Doubt(3, null, 0, 0, DoubtReason.NoUsableKey)] : []))],
            new ScoredPair[] { new(1, 2, 5_000, 0, false) }, []), []);
        return partition;
    }
}
