using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Stewardship;
using IntegrationHub.Mdm.Registry.Storing;

namespace IntegrationHub.Tests.Registry;

/// <summary>Which id survives, which one comes back, and what the log says (promise 3).</summary>
public sealed class Merging_and_splitting
{
    [Fact]
    public async Task After_a_merge_the_older_id_survives_and_the_retired_one_answers_with_it()
    {
        using var town = await TwoAsync();
        var (older, younger) = (town.Of("ged", "1"), town.Of("ged", "2"));
        await town.Registry.MergeAsync(younger, older, Town.Steward, default);

        Assert.Equal(older, town.Of("ged", "2"));
        Assert.Equal((GoldenState.Merged, older), (town.Golden(younger).State, town.Golden(younger).MergedInto!.Value));
        Assert.Equal(new Citizen().BirthName, town.Golden(younger).Citizen.BirthName);
        var change = town.Store.Changes[^1];
        Assert.Equal((ChangeKind.Merged, older, "steward:1"), (change.Kind, change.Golden, change.Reason));
        Assert.Equal(new[] { older, younger }.Order(), change.Touched);
    }

    [Fact]
    public async Task A_verified_identity_outranks_age_in_a_merge()
    {
        using var town = await TwoAsync(second: People.Person(9) with { Verification = VerificationLevel.FranceConnect });
        var verified = town.Of("ged", "2");
        await town.Registry.MergeAsync(town.Of("ged", "1"), verified, Town.Steward, default);

        Assert.Equal(verified, town.Of("ged", "1"));
    }

    [Fact]
    public async Task Of_two_verified_records_the_one_with_more_verified_links_survives()
    {
        var verified = People.Person(9) with { Verification = VerificationLevel.FranceConnect };
        using var town = await TwoAsync(People.Person(4) with { Verification = VerificationLevel.FranceConnect }, verified);
        await town.AbsorbAsync(People.Record("crm", "2", 1, verified));
        var survivor = town.Of("crm", "2");
        Assert.Equal(survivor, town.Of("ged", "2"));
        await town.Registry.MergeAsync(town.Of("ged", "1"), survivor, Town.Steward, default);

        Assert.Equal(survivor, town.Of("ged", "1"));
    }

    [Fact]
    public async Task A_chain_of_merges_answers_in_one_hop()
    {
        using var town = await TwoAsync();
        await town.AbsorbAsync(People.Record("crm", "3", 1, People.Person(23) with { Verification = VerificationLevel.CivilRegistry }));
        var (first, second, third) = (town.Of("ged", "1"), town.Of("ged", "2"), town.Of("crm", "3"));
        await town.Registry.MergeAsync(first, second, Town.Steward, default);
        await town.Registry.MergeAsync(first, third, Town.Steward, default);

        Assert.Equal(third, town.Golden(first).MergedInto);
        Assert.Equal(third, town.Golden(second).MergedInto);
        Assert.Equal(new[] { first, second, third }.Order(), town.Store.Changes[^1].Touched);
    }

    [Fact]
    public async Task On_a_split_the_verified_identity_keeps_the_id_though_others_are_more()
    {
        using var town = await Town.OpenAsync();
        var person = People.Person(4);
        await town.AbsorbAsync(People.Record("crm", "a", 1, person), People.Record("crm", "b", 1, person), People.Record("ged", "v", 1, person with { Verification = VerificationLevel.FranceConnect }));
        var id = town.Of("ged", "v");
        Assert.Equal(id, town.Of("crm", "a"));
        await town.Registry.SplitAsync(id, [new PartKey("ged", "v")], Town.Steward, default);

        Assert.Equal(id, town.Of("ged", "v"));
        Assert.NotEqual(id, town.Of("crm", "a"));
        var child = town.Of("crm", "a");
        var (own, born) = (town.Store.Changes.Last(change => change.Golden == id), town.Store.Changes.Last(change => change.Golden == child));
        Assert.Equal((ChangeKind.Split, ChangeKind.Split), (own.Kind, born.Kind));
        Assert.Equal(1, born.Version);
        Assert.Contains("birthName", born.Attributes);
        Assert.All(new[] { own, born }, change => Assert.Equal(new[] { id, child }.Order(), change.Touched));
    }

    [Fact]
    public async Task On_a_split_most_members_then_the_smallest_key_keep_the_id()
    {
        using var town = await Town.OpenAsync();
        var person = People.Person(4);
        await town.AbsorbAsync(People.Record("crm", "a", 1, person), People.Record("crm", "b", 1, person), People.Record("ged", "c", 1, person));
        var id = town.Of("ged", "c");
        await town.Registry.SplitAsync(id, [new PartKey("crm", "a")], Town.Steward, default);
        Assert.Equal(id, town.Of("crm", "b"));

        await town.Registry.SplitAsync(id, [new PartKey("crm", "b")], Town.Steward, default);
        Assert.Equal(id, town.Of("crm", "b"));
        Assert.NotEqual(id, town.Of("ged", "c"));
    }

    [Fact]
    public async Task A_part_that_leaves_regains_the_retired_id_most_of_whose_members_it_holds()
    {
        using var town = await TwoAsync();
        var (kept, retired) = (town.Of("ged", "1"), town.Of("ged", "2"));
        await town.AbsorbAsync(People.Record("crm", "1", 1, People.Person(4)));
        await town.Registry.MergeAsync(kept, retired, Town.Steward, default);
        foreach (var row in town.Store.Decisions.Values.Where(row => row.WithdrawnAt is null).ToList())
        {
            // The data itself parts them again: the decisions go, the ids come back.
            await town.Registry.UndoAsync(row.DecisionId, Town.Steward, default);
        }

        Assert.Equal(retired, town.Of("ged", "2"));
        Assert.Equal(GoldenState.Active, town.Golden(retired).State);
        Assert.Equal(3, town.Golden(retired).Version);
    }

    [Fact]
    public async Task Undo_gives_ids_back_even_where_the_rule_of_splits_would_not()
    {
        using var town = await TwoAsync();
        await town.AbsorbAsync(People.Record("crm", "2", 1, People.Person(9)));
        var (older, bigger) = (town.Of("ged", "1"), town.Of("ged", "2"));
        Assert.Equal(2, town.Golden(bigger).Members.Count);
        var done = Assert.IsType<OrderResult.Done>(await town.Registry.MergeAsync(older, bigger, Town.Steward, default));
        await town.Registry.UndoAsync(done.Decisions[0], Town.Steward, default);

        Assert.Equal(older, town.Of("ged", "1"));
        Assert.Equal(bigger, town.Of("crm", "2"));
    }

    [Fact]
    public async Task A_source_that_corrects_itself_splits_and_merges_by_data_alone()
    {
        using var town = await TwoAsync();
        var (first, second) = (town.Of("ged", "1"), town.Of("ged", "2"));
        await town.AbsorbAsync(People.Record("ged", "2", 2, People.Person(4)));
        Assert.Equal(first, town.Of("ged", "2"));
        Assert.Equal("source:ged", town.Store.Changes[^1].Reason);

        await town.AbsorbAsync(People.Record("ged", "2", 3, People.Person(9)));

        Assert.Equal(second, town.Of("ged", "2"));
        Assert.Equal(GoldenState.Active, town.Golden(second).State);
    }

    private static async Task<Town> TwoAsync(Citizen? first = null, Citizen? second = null)
    {
        var town = await Town.OpenAsync();
        await town.AbsorbAsync(People.Record("ged", "1", 1, first ?? People.Person(4)));
        town.Clock.Advance(TimeSpan.FromHours(1));
        await town.AbsorbAsync(People.Record("ged", "2", 1, second ?? People.Person(9)));
        Assert.NotEqual(town.Of("ged", "1"), town.Of("ged", "2"));
        town.Clock.Advance(TimeSpan.FromHours(1));
        return town;
    }
}
