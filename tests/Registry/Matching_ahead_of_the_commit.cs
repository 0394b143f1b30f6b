using FsCheck;
using FsCheck.Fluent;

namespace IntegrationHub.Tests.Registry;

/// <summary>A page is matched while the one before it commits: nobody can tell, but for the time it takes.</summary>
public sealed class Matching_ahead_of_the_commit
{
    [Fact]
    public void Pages_matched_ahead_end_in_the_bytes_of_pages_one_after_another() =>
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed => RunAsync(seed).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(15).WithReplay(5, 7));

    [Fact]
    public async Task A_page_that_failed_fails_the_one_that_rests_on_it_and_both_can_come_again()
    {
        using var town = await Town.OpenAsync();
        (town.Store.Slow, town.Store.Next) = (20, Failing.Before);

        var first = await town.AbsorbAheadAsync(1, Task.CompletedTask, People.Record("ged", "1", 1, People.Person(4)));
        await Assert.ThrowsAsync<IOException>(() => town.AbsorbAheadAsync(2, first.Committed, People.Record("ged", "2", 1, People.Person(9))));

        await Assert.ThrowsAsync<IOException>(() => first.Committed);
        Assert.Empty(town.Store.Goldens);
        Assert.Equal(0, town.Registry.State.Page);
        await town.AbsorbAsync(People.Record("ged", "1", 1, People.Person(4)));
        await town.AbsorbAsync(People.Record("ged", "2", 1, People.Person(9)));
        Assert.Equal([1L, 1L], town.Store.Active.Select(row => row.Golden.Version));
    }

    [Fact]
    public async Task A_page_whose_turn_comes_after_the_one_before_it_failed_is_not_written_either()
    {
        using var town = await Town.OpenAsync();
        town.Store.Next = Failing.Before;

        var first = await town.AbsorbAheadAsync(1, Task.CompletedTask, People.Record("ged", "1", 1, People.Person(4)));
        await Assert.ThrowsAsync<IOException>(() => first.Committed);
        await Assert.ThrowsAsync<IOException>(() => town.AbsorbAheadAsync(2, first.Committed, People.Record("ged", "2", 1, People.Person(9))));

        Assert.Empty(town.Store.Goldens);
    }

    [Fact]
    public async Task A_commit_of_unknown_outcome_that_happened_stops_nobody()
    {
        using var town = await Town.OpenAsync();
        (town.Store.Slow, town.Store.Next) = (20, Failing.After);

        var first = await town.AbsorbAheadAsync(1, Task.CompletedTask, People.Record("ged", "1", 1, People.Person(4)));
        var second = await town.AbsorbAheadAsync(2, first.Committed, People.Record("crm", "1", 1, People.Person(4)));
        await second.Committed;

        Assert.Equal(2, town.Registry.State.Page);
        Assert.Equal(2, Assert.Single(town.Store.Active).Golden.Members.Count);
    }

    [Fact]
    public async Task The_registrys_state_is_what_is_committed()
    {
        using var town = await Town.OpenAsync();
        town.Store.Slow = 50;

        var page = await town.AbsorbAheadAsync(1, Task.CompletedTask, People.Record("ged", "1", 1, People.Person(4)));

        Assert.Equal(0, town.Registry.State.Page);
        await page.Committed;
        Assert.Equal(1, town.Registry.State.Page);
    }

    [Fact]
    public async Task A_record_changed_after_it_was_prepared_is_absorbed_as_it_is()
    {
        using var town = await Town.OpenAsync();
        var arrival = Assert.Single(town.Registry.Prepare([People.Record("ged", "1", 1, People.Person(4))]));
        var other = People.Record("ged", "1", 1, People.Person(9));

        await town.AbsorbAsync(arrival with { Record = other.Record });
        await town.AbsorbAsync(People.Record("crm", "1", 1, People.Person(9)));

        Assert.Equal(People.Person(9).BirthName, Assert.Single(town.Store.Active).Golden.Citizen.BirthName);
        Assert.Equal(Mdm.Registry.Storing.OutcomeKind.Unchanged, (await town.AbsorbAsync(arrival with { Record = other.Record, Prepared = null })).Outcomes[0].Kind);
    }

    private static async Task<bool> RunAsync(int seed)
    {
        var images = new List<string>();
        foreach (var ahead in new[] { false, true })
        {
            var (random, prepared) = (new Random(seed), new Random(seed));
            using var town = await Town.OpenAsync();
            var before = Task.CompletedTask;
            var number = 0;
            foreach (var page in TownMoves.Pages(TownMoves.History(random, 16), random))
            {
                town.Store.Slow = ahead ? seed % 3 * 4 : 0;
                if (ahead)
                {
                    before = (await town.AbsorbAheadAsync(++number, before, prepared.Next(3) == 0 ? page : [.. town.Registry.Prepare(page)])).Committed;
                }
                else
                {
                    await town.AbsorbAsync(page);
                }

                var state = random.Next();
                if (state % 5 == 0)
                {
                    await town.Registry.QuietAsync();
                    town.Store.Slow = 0;
                    await TownMoves.StewardAsync(town, new Random(state));
                }
            }

            await before;
            images.Add(town.Store.Image());
        }

        Assert.Equal(images[0], images[1]);
        return true;
    }
}
