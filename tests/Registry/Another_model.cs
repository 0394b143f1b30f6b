using FsCheck;
using FsCheck.Fluent;
using IntegrationHub.Mdm.Matching;
using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry;
using IntegrationHub.Mdm.Registry.Reevaluating;
using IntegrationHub.Mdm.Registry.Stewardship;
using IntegrationHub.Mdm.Registry.Survivorship;

namespace IntegrationHub.Tests.Registry;

/// <summary>Putting another match model into force: everything is evaluated anew, decisions stay, ids never break, subscribers learn of it.</summary>
public sealed class Another_model
{
    private static readonly MatchModel Shy = Changed("link: 3.5", "link: 16.0");
    private static readonly MatchModel Bold = Changed("link: 3.5", "link: 1.0");
    private static readonly MatchModel Guarded = MatchModel.French.WithDuplicateFreeSources(["crm", "ged"]);

    [Fact]
    public void The_registry_is_then_as_if_it_had_always_been_under_that_model() =>
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed => RunAsync(seed).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(8).WithReplay(11, 2025));

    [Fact]
    public async Task A_registry_killed_on_the_way_is_still_under_its_old_model_and_finishes_at_the_next_try()
    {
        using var town = await FilledAsync(7);
        var (values, version) = (town.Values(), town.Store.State.ModelVersion);
        town.Store.Next = Failing.Before;
        await Assert.ThrowsAnyAsync<Exception>(() => town.ActivateAsync(Shy));
        Assert.Equal((values, version), (town.Values(), town.Store.State.ModelVersion));

        town.Store.Next = Failing.After;
        await Assert.ThrowsAnyAsync<Exception>(() => town.ActivateAsync(Shy));
        Assert.Equal(Shy.Version, town.Store.State.ModelVersion);
        var commits = town.Store.Commits;
        await town.ActivateAsync(Shy);
        Assert.Equal(commits, town.Store.Commits);
        Assert.NotEqual(values, town.Values());
    }

    [Fact]
    public async Task Opening_under_another_model_without_putting_it_into_force_is_refused()
    {
        using var town = await FilledAsync(3);
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => CitizenRegistry.OpenAsync(town.Store, Shy, SurvivorshipPolicy.French(), town.Clock, default));
        Assert.Contains("into force", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_shadow_run_says_what_will_happen_and_changes_nothing()
    {
        var changed = 0;
        foreach (var model in new[] { Shy, Bold, Guarded })
        {
            using var town = await FilledAsync(5);
            var (image, before) = (town.Store.Image(), town.Store.Active.Select(row => row.Golden).ToList());
            var report = await new ShadowRun(town.Store, SurvivorshipPolicy.French()).RunAsync(model, default);
            Assert.Equal(image, town.Store.Image());

            await town.ActivateAsync(model);
            var after = town.Store.Active.Select(row => row.Golden).ToList();
            Assert.Equal((before.Count, after.Count, town.Store.OpenReviews.Count()), (report.GoldensBefore, report.GoldensAfter, report.Queue));
            var homes = after.SelectMany(golden => golden.Members.Select(member => (member, golden.Id))).ToDictionary();
            Assert.Equal(before.Where(golden => golden.Members.Select(member => homes[member]).Distinct().Count() > 1).Select(golden => golden.Id).Order(), report.Splits);
            changed += report.Merges.Count + report.Splits.Count;
        }

        Assert.True(changed > 0);
    }

    private static async Task<bool> RunAsync(int seed)
    {
        var random = new Random(seed);
        var history = TownMoves.History(random, 24);
        MatchModel[] models = [Shy, Bold, Guarded];
        var model = models[random.Next(models.Length)];
        using var town = await Town.OpenAsync();
        foreach (var page in TownMoves.Pages(history, random))
        {
            await town.AbsorbAsync(page);
        }

        var parts = town.Store.Parts.Values.Where(part => part.Golden is not null).Select(part => part.Key).ToList();
        var decided = new List<(PartKey A, PartKey B, bool Same)>();
        for (var i = 0; i < 8; i++)
        {
            var (a, b, same) = (parts[random.Next(parts.Count)], parts[random.Next(parts.Count)], random.Next(2) == 0);
            if (await town.Registry.DecideAsync(a, b, same, Town.Steward, default) is OrderResult.Done)
            {
                decided.Add((a, b, same));
            }
        }

        var told = town.Store.Changes.Count;
        await town.ActivateAsync(model);
        using var fresh = await Town.OpenAsync(model);
        await fresh.AbsorbAsync(history);
        foreach (var (a, b, same) in decided)
        {
            Assert.IsType<OrderResult.Done>(await fresh.Registry.DecideAsync(a, b, same, Town.Steward, default));
        }

        Assert.Equal(fresh.Values(), town.Values());
        Assert.Equal(fresh.Queue(), town.Queue());
        Rules.CheckWhole(town.Store);
        Assert.All(town.Store.Changes.Skip(told), change => Assert.Equal($"model:{model.Version}", change.Reason));
        Assert.All(town.Store.Active, row => Assert.Equal(row.Golden.Version, town.Store.Changes.Last(change => change.Golden == row.Golden.Id).Version));

        // And it goes on as usual.
        await town.AbsorbAsync(People.Record("crm", "newcomer", 1, People.Person(200)));
        await town.RestartAsync(model);
        return true;
    }

    private static async Task<Town> FilledAsync(int seed)
    {
        var town = await Town.OpenAsync();
        await town.AbsorbAsync(TownMoves.History(new Random(seed), 30));
        return town;
    }

    private static MatchModel Changed(string from, string to)
    {
        var document = MatchModel.French.Document;
        Assert.Contains(from, document, StringComparison.Ordinal);
        return MatchModel.Parse(document.Replace(from, to, StringComparison.Ordinal), "changed.yaml");
    }
}
