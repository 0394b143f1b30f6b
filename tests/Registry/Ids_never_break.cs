using FsCheck;
using FsCheck.Fluent;
using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Stewardship;

namespace IntegrationHub.Tests.Registry;

/// <summary>Promises 3 and 5 under random histories: the store's rules hold at every commit, a naive subscriber keeps a right mirror, undo restores.</summary>
public sealed class Ids_never_break
{
    [Fact]
    public void A_subscriber_that_reads_what_each_change_touches_mirrors_the_registry() =>
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed => MirrorAsync(seed).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(20).WithReplay(5, 99));

    [Fact]
    public void Every_living_record_tells_its_newest_version_in_a_row_of_its_own() =>
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed => OwnRowsAsync(seed).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(20).WithReplay(5, 99));

    [Fact]
    public void Undoing_what_was_just_done_restores_ids_values_and_queue() =>
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed => UndoAsync(seed).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(20).WithReplay(7, 31));

    [Fact]
    public void The_same_history_gives_the_same_bytes_ids_included() =>
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed => ReplayAsync(seed).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(8).WithReplay(3, 77));

    private static async Task<bool> MirrorAsync(int seed)
    {
        var random = new Random(seed);
        using var town = await Town.OpenAsync();
        var mirror = new Dictionary<GoldenId, string>();
        var read = 0L;
        foreach (var page in TownMoves.Pages(TownMoves.History(random, 16), random))
        {
            await town.AbsorbAsync(page);
            await TownMoves.StewardAsync(town, random);
            foreach (var id in town.Store.Changes.Where(change => change.Sequence > read).SelectMany(change => change.Touched))
            {
                mirror[id] = Text(town.Golden(id));
            }

            read = town.Store.State.LastChange;
        }

        Assert.Equal(town.Store.Goldens.ToDictionary(pair => pair.Key, pair => Text(pair.Value.Golden)), mirror);
        Assert.Equal(town.Store.Goldens.Count, town.Store.State.GoldenCount);
        return true;
    }

    private static async Task<bool> OwnRowsAsync(int seed)
    {
        var random = new Random(seed);
        using var town = await Town.OpenAsync();
        var told = new Dictionary<GoldenId, long>();
        foreach (var page in TownMoves.Pages(TownMoves.History(random, 16), random))
        {
            await town.AbsorbAsync(page);
            await TownMoves.StewardAsync(town, random);
            foreach (var change in town.Store.Changes)
            {
                told[change.Golden] = change.Version;
            }

            Assert.All(town.Store.Active, row => Assert.Equal((row.Golden.Id, row.Golden.Version), (row.Golden.Id, told.GetValueOrDefault(row.Golden.Id))));
        }

        return true;
    }

    private static async Task<bool> UndoAsync(int seed)
    {
        var random = new Random(seed);
        using var town = await Town.OpenAsync();
        foreach (var page in TownMoves.Pages(TownMoves.History(random, 12), random))
        {
            await town.AbsorbAsync(page);
            var (before, queue) = (People(town), town.Queue());
            if (await TownMoves.StewardAsync(town, random) is OrderResult.Done { Decisions.Count: > 0 } done && town.Store.Decisions[done.Decisions[0]].WithdrawnAt is null)
            {
                await town.Registry.UndoAsync(done.Decisions[^1], Town.Steward, default);
                Assert.Equal(before, People(town));
                Assert.Equal(queue, town.Queue());
            }
        }

        return true;
    }

    private static async Task<bool> ReplayAsync(int seed)
    {
        var images = new List<string>();
        foreach (var restarting in new[] { false, true })
        {
            var random = new Random(seed);
            using var town = await Town.OpenAsync();
            foreach (var page in TownMoves.Pages(TownMoves.History(random, 16), random))
            {
                await town.AbsorbAsync(page);
                await TownMoves.StewardAsync(town, random);
                if (restarting)
                {
                    await town.RestartAsync();
                }
            }

            images.Add(town.Store.Image());
        }

        Assert.Equal(images[0], images[1]);
        return true;
    }

    /// <summary>Ids and values of everybody, without versions.</summary>
    private static string People(Town town) => string.Join('\n', town.Store.Active.Select(row => Text(row.Golden with { Version = 0 })));

    private static string Text(GoldenRecord golden) => System.Text.Encoding.UTF8.GetString(Mdm.Registry.Json.RegistryJson.Write(golden));
}
