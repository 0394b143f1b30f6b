using System.Text;
using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Stewardship;
using IntegrationHub.Mdm.Registry.Storing;

namespace IntegrationHub.Tests.Registry;

/// <summary>RGPD articles 17 and 18 as operations of the registry.</summary>
public sealed class Restricting_and_erasing
{
    [Fact]
    public async Task A_restricted_person_is_no_candidate_takes_updates_silently_and_comes_back_whole()
    {
        using var town = await OneAsync();
        var id = town.Of("ged", "1");
        await town.Registry.RestrictAsync(id, default);
        await town.RestartAsync();
        Assert.Empty(town.Registry.FindCandidates(People.Person(4), 5));
        var feed = town.Store.Changes.Count;

        await town.AbsorbAsync(People.Record("ged", "1", 2, People.Person(4) with { UsageName = "Nouveau" }));
        Assert.Equal((feed, GoldenState.Restricted), (town.Store.Changes.Count, town.Golden(id).State));

        await town.Registry.ReleaseAsync(id, default);
        Assert.Equal((GoldenState.Active, "Nouveau"), (town.Golden(id).State, town.Golden(id).Citizen.UsageName));
        Assert.Equal(ChangeKind.Released, town.Store.Changes[^1].Kind);
        Assert.Equal(id, Assert.Single(town.Registry.FindCandidates(People.Person(4), 5)).Golden);
    }

    [Fact]
    public async Task A_twin_record_that_came_meanwhile_merges_at_the_release()
    {
        using var town = await OneAsync();
        var id = town.Of("ged", "1");
        await town.Registry.RestrictAsync(id, default);
        await town.AbsorbAsync(People.Record("crm", "7", 1, People.Person(4)));
        Assert.NotEqual(id, town.Of("crm", "7"));

        await town.Registry.ReleaseAsync(id, default);

        Assert.Equal(town.Of("ged", "1"), town.Of("crm", "7"));
        Assert.Single(town.Store.Active);
    }

    [Fact]
    public async Task A_restricted_person_is_neither_merged_nor_decided_about()
    {
        using var town = await OneAsync();
        await town.AbsorbAsync(People.Record("crm", "9", 1, People.Person(9)));
        await town.Registry.RestrictAsync(town.Of("ged", "1"), default);

        Assert.Equal(Refusal.NotActive, Assert.IsType<OrderResult.Refused>(await town.Registry.MergeAsync(town.Of("ged", "1"), town.Of("crm", "9"), Town.Steward, default)).Reason);
        Assert.Equal(Refusal.NotActive, Assert.IsType<OrderResult.Refused>(await town.Registry.DecideAsync(new PartKey("ged", "1"), new PartKey("crm", "9"), true, Town.Steward, default)).Reason);
    }

    [Fact]
    public async Task A_restricted_part_deleted_and_sent_again_stays_restricted()
    {
        using var town = await OneAsync();
        var id = town.Of("ged", "1");
        await town.Registry.RestrictAsync(id, default);
        await town.AbsorbAsync(People.Deletion("ged", "1", 2));
        await town.AbsorbAsync(People.Record("ged", "1", 3, People.Person(4)));

        Assert.Equal((id, GoldenState.Restricted), (town.Of("ged", "1"), town.Golden(id).State));
        Assert.Empty(town.Registry.FindCandidates(People.Person(4), 5));
    }

    [Fact]
    public async Task An_erased_person_leaves_no_value_and_no_replay_brings_it_back()
    {
        using var town = await OneAsync();
        await town.AbsorbAsync(People.Record("crm", "9", 1, People.Person(9)));
        var (id, alias) = (town.Of("ged", "1"), town.Of("crm", "9"));
        await town.Registry.MergeAsync(id, alias, Town.Steward, default);
        id = town.Of("ged", "1");
        alias = town.Store.Goldens.Keys.Single(key => key != id);

        await town.Registry.EraseAsync(alias, default);

        Assert.All(new[] { id, alias }, one => Assert.Equal(GoldenState.Erased, town.Golden(one).State));
        Assert.Equal(ChangeKind.Erased, town.Store.Changes[^1].Kind);
        Assert.Equal(new[] { id, alias }.Order(), town.Store.Changes[^1].Touched);
        Assert.Empty(town.Store.Parts);
        Assert.Empty(town.Store.Records);
        Assert.Empty(town.Store.Decisions);
        Assert.DoesNotContain("Nguyen", Everything(town), StringComparison.Ordinal);
        Assert.DoesNotContain("Le Goff", Everything(town), StringComparison.Ordinal);

        await town.RestartAsync();
        var replay = await town.AbsorbAsync(People.Record("ged", "1", 9, People.Person(4)));
        Assert.Equal(OutcomeKind.Suppressed, Assert.Single(replay.Outcomes).Kind);
        Assert.Empty(town.Store.Records);
        Assert.Equal(Refusal.AlreadySo, Assert.IsType<OrderResult.Refused>(await town.Registry.EraseAsync(id, default)).Reason);
    }

    [Fact]
    public async Task A_record_that_speaks_of_others_too_loses_the_erased_person_and_its_body()
    {
        using var town = await Town.OpenAsync();
        await town.AbsorbAsync(People.Record("family", "1", 1, People.Person(4), People.Person(9)));
        var stays = town.Of("family", "1", "p1");
        await town.Registry.EraseAsync(town.Of("family", "1"), default);
        Assert.Equal(stays, town.Of("family", "1", "p1"));
        Assert.True(Assert.Single(town.Store.Records.Values).Body.IsEmpty);

        await town.AbsorbAsync(People.Record("family", "1", 2, People.Person(4), People.Person(9) with { UsageName = "Martin" }));

        Assert.Equal("Martin", town.Golden(stays).Citizen.UsageName);
        Assert.Single(town.Store.Parts);
        Assert.True(Assert.Single(town.Store.Records.Values).Body.IsEmpty);
    }

    [Fact]
    public async Task A_deleted_record_of_an_erased_person_goes_with_its_history()
    {
        using var town = await OneAsync();
        await town.AbsorbAsync(People.Record("crm", "7", 1, People.Person(4)));
        await town.AbsorbAsync(People.Deletion("crm", "7", 2));
        Assert.Equal(2, town.Store.Records.Count);

        await town.Registry.EraseAsync(town.Of("ged", "1"), default);

        Assert.Empty(town.Store.Records);
    }

    private static async Task<Town> OneAsync()
    {
        var town = await Town.OpenAsync();
        await town.AbsorbAsync(People.Record("ged", "1", 1, People.Person(4)));
        return town;
    }

    private static string Everything(Town town) => new StringBuilder(town.Store.Image())
        .AppendJoin('\n', town.Store.Versions.Select(row => Encoding.UTF8.GetString(Mdm.Registry.Json.RegistryJson.Write(row.Golden)))).ToString();
}
