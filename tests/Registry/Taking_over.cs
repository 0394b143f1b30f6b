using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Stewardship;

namespace IntegrationHub.Tests.Registry;

/// <summary>An existing customer base: old ids answer, past merges hold, known non-duplicates stay apart.</summary>
public sealed class Taking_over
{
    private static readonly PartKey One = new("finance", "1");
    private static readonly PartKey Two = new("finance", "2");
    private static readonly PartKey Later = new("finance", "3");

    [Fact]
    public async Task Old_ids_become_identifiers_that_follow_the_person()
    {
        using var town = await Town.OpenAsync();
        await town.AbsorbAsync(People.Record("finance", "1", 1, People.Person(4)), People.Record("finance", "2", 1, People.Person(9)));
        var done = await town.Registry.TakeOverAsync(new OldBase("tiers", [new OldId("T-17", One), new OldId("T-18", One)], [], []), default);

        Assert.Equal((2, 2, 0), (done.Ids, done.Decisions, done.Refused.Count));
        Assert.Equal(town.Of("finance", "1"), town.Of("tiers", "T-18"));
        Assert.Equal(["T-17", "T-18"], town.Golden(town.Of("finance", "1")).Citizen.Identifiers.Select(identifier => identifier.Value).Order());
        Assert.Empty(town.Store.OpenReviews);

        await town.Registry.MergeAsync(town.Of("finance", "1"), town.Of("finance", "2"), Town.Steward, default);
        Assert.Equal(town.Of("finance", "2"), town.Of("tiers", "T-17"));
    }

    [Fact]
    public async Task Past_merges_and_known_non_duplicates_hold_for_records_that_arrive_later()
    {
        using var town = await Town.OpenAsync();
        await town.AbsorbAsync(People.Record("finance", "1", 1, People.Person(4)));
        var done = await town.Registry.TakeOverAsync(new OldBase("tiers", [], [(One, Two)], [(One, Later)]), default);
        await town.AbsorbAsync(People.Record("finance", "2", 1, People.Person(9)), People.Record("finance", "3", 1, People.Person(4)));

        Assert.Equal(2, done.Decisions);
        Assert.Equal(town.Of("finance", "1"), town.Of("finance", "2"));
        Assert.NotEqual(town.Of("finance", "1"), town.Of("finance", "3"));
        Assert.All(town.Store.Decisions.Values, row => Assert.Equal("takeover:tiers", row.By));
    }

    [Fact]
    public async Task Contradictions_are_listed_and_the_rest_goes_in()
    {
        using var town = await Town.OpenAsync();
        await town.AbsorbAsync(People.Record("finance", "1", 1, People.Person(4)), People.Record("finance", "2", 1, People.Person(9)));
        var done = await town.Registry.TakeOverAsync(new OldBase("tiers", [], [(One, Two), (Two, Later)], [(One, Later)]), default);

        var (a, b, against) = Assert.Single(done.Refused);
        Assert.Equal((One, Later, "1,2"), (a, b, string.Join(',', against)));
        Assert.Equal(town.Of("finance", "1"), town.Of("finance", "2"));
    }

    [Fact]
    public async Task Taking_over_twice_changes_nothing()
    {
        using var town = await Town.OpenAsync();
        await town.AbsorbAsync(People.Record("finance", "1", 1, People.Person(4)));
        var old = new OldBase("tiers", [new OldId("T-17", One)], [(One, Two)], [(One, Later)]);
        await town.Registry.TakeOverAsync(old, default);
        var image = town.Store.Image();
        var again = await town.Registry.TakeOverAsync(old, default);

        Assert.Equal(0, again.Decisions);
        Assert.Equal(image, town.Store.Image());
    }

    [Fact]
    public async Task An_enrichers_answer_is_bound_to_nobody()
    {
        using var town = await Town.OpenAsync();
        await town.AbsorbAsync(People.Record("finance", "1", 1, People.Person(4)), People.Record("finance", "2", 1, People.Person(9)));
        var answer = new PartKey("ban", AnswerKey.Of(Two), AnswerKey.Part);

        var done = await town.Registry.TakeOverAsync(new OldBase("tiers", [new OldId("T-17", answer)], [(One, answer)], [(answer, One)]), default);

        Assert.Equal((0, 0, 3), (done.Ids, done.Decisions, done.Refused.Count));
        Assert.Empty(town.Store.Decisions);
        Assert.Equal(2, town.Store.Active.Count());
    }
}
