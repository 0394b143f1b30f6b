using IntegrationHub.Connectors.Sandbox.Town;

namespace IntegrationHub.Tests.EndToEnd.Crash;

/// <summary>Promise 2, with a real process and a real SIGKILL. <c>HUB_LONG_TESTS=1</c> kills fifty times.</summary>
public sealed class Killing_an_import
{
    private static readonly bool Long = Environment.GetEnvironmentVariable("HUB_LONG_TESTS") == "1";
    private static readonly int Kills = Long ? 50 : 5;

    [Fact]
    public async Task An_import_killed_at_random_moments_equals_an_undisturbed_one_byte_for_byte()
    {
        var records = Long ? 6000 : 1600;
        using var undisturbed = new CrashTown(records, TownSystem.Crm);
        using var killed = new CrashTown(records, TownSystem.Crm);
        Assert.True(await undisturbed.ImportAsync());

        var seed = Environment.TickCount;
        var kills = await KillAsync(killed, Kills, records / CrashImport.PageSize, seed);

        Assert.True(kills > Kills / 2, $"only {kills} kills came in time (seed {seed})");
        Assert.True(await undisturbed.ExportAsync() == await killed.ExportAsync(), $"registry or feed differ after {kills} kills (seed {seed})");
    }

    [Fact]
    public async Task Two_sources_at_once_and_killed_end_in_the_same_partition_and_values()
    {
        using var quiet = new CrashTown(400, TownSystem.Crm, TownSystem.Portail);
        using var killed = new CrashTown(400, TownSystem.Crm, TownSystem.Portail);
        Assert.True(await quiet.ImportAsync());

        var seed = Environment.TickCount;
        await KillAsync(killed, Long ? 10 : 3, 400 / CrashImport.PageSize, seed);

        var expected = await quiet.PartitionAsync();
        Assert.NotEmpty(expected);
        Assert.Equal(expected, await killed.PartitionAsync());
    }

    // The moments spread over the whole import: before, inside and after commits.
    private static async Task<int> KillAsync(CrashTown town, int times, int pages, int seed)
    {
        var random = new Random(seed);
        var kills = 0;
        while (kills < times && !await town.ImportAsync(KillMoment.Draw(random, pages - town.Pages, times - kills)))
        {
            kills++;
        }

        Assert.True(await town.ImportAsync(), $"the import did not end (seed {seed})");
        return kills;
    }
}
