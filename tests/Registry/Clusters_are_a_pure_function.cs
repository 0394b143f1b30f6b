using FsCheck;
using FsCheck.Fluent;

namespace IntegrationHub.Tests.Registry;

/// <summary>Promise 1: the same live records and decisions give the same partition, values and queue, however they came.</summary>
public sealed class Clusters_are_a_pure_function
{
    [Fact]
    public void Any_order_and_any_paging_end_in_the_same_golden_records() =>
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed => RunAsync(seed).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(25).WithReplay(17, 4711));

    private static async Task<bool> RunAsync(int seed)
    {
        var random = new Random(seed);
        var history = TownMoves.History(random, 24);
        using var bulk = await Town.OpenAsync();
        await bulk.AbsorbAsync(history);

        var shuffled = history.ToArray();
        random.Shuffle(shuffled);
        using var paged = await Town.OpenAsync();
        foreach (var page in TownMoves.Pages(shuffled, random))
        {
            await paged.AbsorbAsync(page);
            if (random.Next(10) == 0)
            {
                await paged.RestartAsync();
            }
        }

        Assert.Equal(bulk.Values(), paged.Values());
        Assert.Equal(bulk.Queue(), paged.Queue());
        return true;
    }
}
