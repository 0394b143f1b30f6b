namespace IntegrationHub.Tests.Delivery;

/// <summary>Promises 1 and 2 together, with the program that ships: two systems export at once while <c>serve</c> is killed at random moments.</summary>
public sealed class Two_sources_under_kills
{
    private const int Step = 25;

    // Each costs a start of the executable.
    private static readonly int Times = Kills.Count * 2 / 5;

    [Fact]
    public async Task Two_sources_imported_at_once_by_a_hub_that_is_killed_make_the_partition_and_values_of_an_undisturbed_run()
    {
        var seed = Environment.TickCount;
        await using var undisturbed = await TwoSources.NewAsync(seed);
        await using var killed = await TwoSources.NewAsync(seed);
        await undisturbed.ImportAsync();
        var random = new Random(seed);
        var kills = 0;
        for (; kills < Times && !killed.IsTaken; kills++)
        {
            var goal = await killed.ChangesAsync() + random.Next(1, Step);
            await killed.ServeAsync(async process =>
            {
                await Kills.UntilAsync(async () => process.HasExited || await killed.ReachesAsync(goal));
                await Task.Delay(random.Next(100));
            });
        }

        await killed.ServeAsync(process => Kills.UntilAsync(() => Task.FromResult(process.HasExited || killed.IsTaken)));

        Assert.True(kills >= Times / 2, $"only {kills} kills came in time (seed {seed})");
        Assert.True(undisturbed.IsTaken && await killed.RanAtOnceAsync(), "the two sources ran one after the other");
        await undisturbed.AssertInvariantsAsync();
        await killed.AssertInvariantsAsync();
        var partition = await undisturbed.PartitionAsync();
        Assert.InRange(partition.Count, ServedHub.People / 3, ServedHub.People);
        Assert.Equal(partition, await killed.PartitionAsync());
    }
}
