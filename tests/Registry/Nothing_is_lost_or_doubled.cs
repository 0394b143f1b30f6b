using FsCheck;
using FsCheck.Fluent;

namespace IntegrationHub.Tests.Registry;

/// <summary>Promise 2: a commit that fails, or whose outcome is unknown, neither loses nor doubles anything.</summary>
public sealed class Nothing_is_lost_or_doubled
{
    [Fact]
    public void Commits_failing_at_random_points_end_in_the_bytes_of_an_undisturbed_run() =>
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed => RunAsync(seed).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(15).WithReplay(11, 13));

    [Fact]
    public async Task A_commit_of_unknown_outcome_that_happened_returns_as_if_nothing_had_been()
    {
        using var town = await Town.OpenAsync();
        town.Store.Next = Failing.After;
        var page = await town.AbsorbAsync(People.Record("ged", "1", 1, People.Person(4)));

        Assert.Equal(town.Of("ged", "1"), Assert.Single(page.Parts).Golden);
        Assert.Equal(1, town.Registry.State.Page);
    }

    [Fact]
    public async Task A_commit_that_failed_says_so_and_leaves_nothing()
    {
        using var town = await Town.OpenAsync();
        town.Store.Next = Failing.Before;
        await Assert.ThrowsAsync<IOException>(() => town.AbsorbAsync(People.Record("ged", "1", 1, People.Person(4))));

        Assert.Empty(town.Store.Goldens);
        Assert.Equal(0, town.Registry.State.Page);
        await town.AbsorbAsync(People.Record("ged", "1", 1, People.Person(4)));
        Assert.Equal(1, Assert.Single(town.Store.Active).Golden.Version);
    }

    [Fact]
    public async Task A_writer_whose_epoch_is_over_writes_nothing_more()
    {
        using var old = await Town.OpenAsync();
        using var next = await Town.OpenAsync(old.Store);

        await Assert.ThrowsAsync<Mdm.Registry.Storing.FencedException>(() => old.AbsorbAsync(People.Record("ged", "1", 1, People.Person(4))));

        Assert.Empty(old.Store.Goldens);
    }

    [Fact]
    public async Task A_writer_that_lost_the_store_and_meanwhile_its_role_does_not_mistake_the_others_page_for_its_own()
    {
        using var old = await Town.OpenAsync();
        using var next = await Town.OpenAsync(old.Store);
        await next.AbsorbAsync(People.Record("ged", "2", 1, People.Person(9)));
        old.Store.Next = Failing.Before;

        await Assert.ThrowsAsync<Mdm.Registry.Storing.FencedException>(() => old.AbsorbAsync(People.Record("ged", "1", 1, People.Person(4))));

        Assert.Single(old.Store.Goldens);
    }

    private static async Task<bool> RunAsync(int seed)
    {
        var images = new List<string>();
        foreach (var disturbed in new[] { false, true })
        {
            var (random, trouble) = (new Random(seed), new Random(seed + 1));
            using var town = await Town.OpenAsync();
            foreach (var page in TownMoves.Pages(TownMoves.History(random, 16), random))
            {
                var commits = town.Store.Commits;
                await TryAsync(town, disturbed ? trouble : null, () => town.AbsorbAsync(page));
                Assert.Equal(commits + 1, town.Store.Commits);
                var state = random.Next();
                await TryAsync(town, disturbed ? trouble : null, () => TownMoves.StewardAsync(town, new Random(state)));
            }

            images.Add(town.Store.Image());
        }

        Assert.Equal(images[0], images[1]);
        return true;
    }

    /// <summary>As the hub does it: what failed is tried again until it is in.</summary>
    private static async Task TryAsync<T>(Town town, Random? trouble, Func<Task<T>> action)
    {
        while (true)
        {
            town.Store.Next = trouble?.Next(4) switch { 0 => Failing.Before, 1 => Failing.After, _ => Failing.No };
            try
            {
                await action();
                town.Store.Next = Failing.No;
                return;
            }
            catch (IOException)
            {
                // Nothing was written: again.
                Assert.Equal(town.Store.State.Page, town.Registry.State.Page);
            }
        }
    }
}
