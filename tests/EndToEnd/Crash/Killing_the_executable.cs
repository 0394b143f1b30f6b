namespace IntegrationHub.Tests.EndToEnd.Crash;

/// <summary>Promise 2 with the program that ships: <c>import</c>, SIGKILL, <c>import</c> again, <c>export</c>. <c>HUB_LONG_TESTS=1</c> kills fifty times.</summary>
public sealed class Killing_the_executable
{
    private static readonly int Kills = Environment.GetEnvironmentVariable("HUB_LONG_TESTS") == "1" ? 50 : 5;

    [Fact]
    public async Task An_import_killed_at_random_moments_exports_the_same_bytes_as_an_undisturbed_one()
    {
        var records = Kills * 160;
        using var undisturbed = await ExecutableHub.NewAsync(records);
        using var killed = await ExecutableHub.NewAsync(records);
        Assert.True(await undisturbed.ImportAsync());

        // The moments spread over the whole import: before, inside and after commits.
        var seed = Environment.TickCount;
        var random = new Random(seed);
        var pages = records / ExecutableHub.PageSize;
        var kills = 0;
        while (kills < Kills && !await killed.ImportAsync(KillMoment.Draw(random, pages - await killed.PageAsync(), Kills - kills)))
        {
            kills++;
        }

        Assert.True(kills > Kills / 2, $"only {kills} kills came in time (seed {seed})");
        Assert.True(await killed.ImportAsync(), $"the import did not end (seed {seed})");
        var (expected, actual) = (await undisturbed.ExportAsync(), await killed.ExportAsync());
        Assert.NotEmpty(expected.Changes);
        Assert.True(expected.Registry.AsSpan().SequenceEqual(actual.Registry), $"the registry differs after {kills} kills (seed {seed})");
        Assert.True(expected.Changes.AsSpan().SequenceEqual(actual.Changes), $"the feed differs after {kills} kills (seed {seed})");
    }
}
