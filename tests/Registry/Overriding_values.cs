using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Stewardship;

namespace IntegrationHub.Tests.Registry;

/// <summary>A steward's own values are a layer of their own: they outlive updates, move with a merge and come back with its undo.</summary>
public sealed class Overriding_values
{
    [Fact]
    public async Task An_override_outlives_updates_and_clearing_it_gives_the_sources_back()
    {
        using var town = await Town.OpenAsync();
        await town.AbsorbAsync(People.Record("ged", "1", 1, People.Person(4) with { UsageName = "Source" }));
        var id = town.Of("ged", "1");
        await town.Registry.OverrideAsync(id, "usageName", new Citizen { UsageName = "Steward" }, Town.Steward, default);
        Assert.Equal("usageName", Assert.Single(town.Store.Changes[^1].Attributes));
        await town.RestartAsync();
        await town.AbsorbAsync(People.Record("ged", "1", 2, People.Person(4) with { UsageName = "Later" }));
        Assert.Equal("Steward", town.Golden(id).Citizen.UsageName);

        await town.Registry.ClearOverrideAsync(id, "usageName", Town.Steward, default);

        Assert.Equal("Later", town.Golden(id).Citizen.UsageName);
        Assert.Equal(Refusal.AlreadySo, Assert.IsType<OrderResult.Refused>(await town.Registry.ClearOverrideAsync(id, "usageName", Town.Steward, default)).Reason);
    }

    [Fact]
    public async Task An_override_of_the_retired_side_counts_for_the_survivor_and_goes_home_with_the_undo()
    {
        using var town = await Town.OpenAsync();
        await town.AbsorbAsync(People.Record("ged", "1", 1, People.Person(4)), People.Record("ged", "2", 1, People.Person(9)));
        await town.Registry.OverrideAsync(town.Of("ged", "1"), "usageName", new Citizen { UsageName = "Un" }, Town.Steward, default);
        town.Clock.Advance(TimeSpan.FromMinutes(1));
        await town.Registry.OverrideAsync(town.Of("ged", "2"), "usageName", new Citizen { UsageName = "Deux" }, Town.Steward, default);
        var done = Assert.IsType<OrderResult.Done>(await town.Registry.MergeAsync(town.Of("ged", "1"), town.Of("ged", "2"), Town.Steward, default));
        Assert.Equal("Deux", Assert.Single(town.Store.Active).Golden.Citizen.UsageName);

        await town.Registry.UndoAsync(done.Decisions[0], Town.Steward, default);

        Assert.Equal("Un", town.Golden(town.Of("ged", "1")).Citizen.UsageName);
        Assert.Equal("Deux", town.Golden(town.Of("ged", "2")).Citizen.UsageName);
    }

    [Fact]
    public async Task An_unknown_attribute_is_named_with_the_nearest_word()
    {
        using var town = await Town.OpenAsync();
        var error = await Assert.ThrowsAsync<ArgumentException>(() => town.Registry.OverrideAsync(new GoldenId(1), "usageNme", new Citizen(), Town.Steward, default));

        Assert.Contains("did you mean 'usageName'", error.Message, StringComparison.Ordinal);
    }
}
