using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Stewardship;
using IntegrationHub.Mdm.Registry.Storing;

namespace IntegrationHub.Tests.Registry;

/// <summary>Promise 5: a human word binds source parts, outranks scores, is never silently undone, and a contradictory one is refused.</summary>
public sealed class Deciding
{
    private static readonly PartKey A = new("ged", "a");
    private static readonly PartKey B = new("ged", "b");
    private static readonly PartKey C = new("ged", "c");

    [Fact]
    public async Task Not_the_same_after_the_same_twice_over_is_refused_with_the_decisions_against_it()
    {
        using var town = await ThreeAsync();
        await town.Registry.DecideAsync(A, B, same: true, Town.Steward, default);
        await town.Registry.DecideAsync(B, C, same: true, Town.Steward, default);
        var image = town.Store.Image();

        var refused = Assert.IsType<OrderResult.Refused>(await town.Registry.DecideAsync(A, C, same: false, Town.Steward, default));

        Assert.Equal((Refusal.Contradicts, "1,2"), (refused.Reason, string.Join(',', refused.Decisions)));
        Assert.Equal(image, town.Store.Image());
        Assert.Equal(2, town.Store.Decisions.Count);
    }

    [Fact]
    public async Task The_same_across_a_not_the_same_is_refused_through_any_chain()
    {
        using var town = await ThreeAsync();
        await town.Registry.DecideAsync(A, C, same: false, Town.Steward, default);
        await town.Registry.DecideAsync(A, B, same: true, Town.Steward, default);

        var refused = Assert.IsType<OrderResult.Refused>(await town.Registry.DecideAsync(B, C, same: true, Town.Steward, default));

        Assert.Equal((Refusal.Contradicts, 1L), (refused.Reason, Assert.Single(refused.Decisions)));
        Assert.NotEqual(town.Of("ged", "b"), town.Of("ged", "c"));
    }

    [Fact]
    public async Task A_merge_against_a_decision_leaves_no_trace_of_the_half_it_could_do()
    {
        using var town = await ThreeAsync();
        await town.Registry.DecideAsync(A, B, same: true, Town.Steward, default);
        await town.Registry.DecideAsync(B, C, same: false, Town.Steward, default);

        Assert.IsType<OrderResult.Refused>(await town.Registry.MergeAsync(town.Of("ged", "a"), town.Of("ged", "c"), Town.Steward, default));
        Assert.IsType<OrderResult.Done>(await town.Registry.UndoAsync(2, Town.Steward, default));
        Assert.IsType<OrderResult.Done>(await town.Registry.MergeAsync(town.Of("ged", "a"), town.Of("ged", "c"), Town.Steward, default));

        Assert.Single(town.Store.Active);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_decision_that_is_undone_leaves_nothing_behind_also_between_two_who_never_met(bool same)
    {
        using var town = await Town.OpenAsync();
        await town.AbsorbAsync(People.Record("crm", "a", 1, Goulven("Kervella", 7)), People.Record("ged", "b", 1, Goulven("Nervella", 17)));
        var done = Assert.IsType<OrderResult.Done>(await town.Registry.DecideAsync(new PartKey("crm", "a"), new PartKey("ged", "b"), same, Town.Steward, default));

        await town.Registry.UndoAsync(done.Decisions[0], Town.Steward, default);

        Assert.Equal(2, town.Store.Active.Count());
        Assert.Empty(town.Store.OpenReviews);
        await town.RestartAsync();
        await town.AbsorbAsync(People.Record("crm", "c", 1, People.Person(4)));
        Assert.Equal(3, town.Store.Active.Count());
    }

    [Fact]
    public async Task A_decision_holds_when_the_data_changes_and_after_a_restart()
    {
        using var town = await ThreeAsync();
        await town.Registry.DecideAsync(A, B, same: true, Town.Steward, default);
        await town.Registry.DecideAsync(A, C, same: false, Town.Steward, default);
        await town.RestartAsync();
        await town.AbsorbAsync(People.Record("ged", "c", 2, People.Person(4)), People.Record("ged", "b", 2, People.Person(30)));

        Assert.Equal(town.Of("ged", "a"), town.Of("ged", "b"));
        Assert.NotEqual(town.Of("ged", "a"), town.Of("ged", "c"));
        Assert.DoesNotContain(town.Store.OpenReviews, row => row.A == A && row.B == C);
    }

    [Fact]
    public async Task A_doubtful_pair_is_one_task_that_the_decision_closes_and_the_undo_opens_again()
    {
        using var town = await Town.OpenAsync();
        await town.AbsorbAsync(People.Record("ged", "a", 1, People.Person(4)), People.Record("ged", "b", 1, Twin(People.Person(4))));
        var task = Assert.Single(town.Store.OpenReviews);
        Assert.Equal((A, B), (task.A, task.B!.Value));

        var done = Assert.IsType<OrderResult.Done>(await town.Registry.DecideAsync(A, B, same: false, Town.Steward, default));
        var closed = town.Store.Reviews[task.TaskId];
        Assert.Equal((ReviewState.Decided, done.Decisions[0]), (closed.State, closed.DecisionId!.Value));
        Assert.Empty(town.Store.OpenReviews);

        await town.Registry.UndoAsync(done.Decisions[0], Town.Steward, default);
        Assert.Equal((A, B), Assert.Single(town.Store.OpenReviews) is var again ? (again.A, again.B!.Value) : default);
        Assert.NotNull(town.Store.Decisions[done.Decisions[0]].WithdrawnAt);
    }

    [Fact]
    public async Task A_task_goes_away_when_the_data_settles_the_doubt()
    {
        using var town = await Town.OpenAsync();
        await town.AbsorbAsync(People.Record("ged", "a", 1, People.Person(4)), People.Record("ged", "b", 1, Twin(People.Person(4))));
        var task = Assert.Single(town.Store.OpenReviews);
        await town.AbsorbAsync(People.Record("ged", "b", 2, People.Person(9)));

        Assert.Equal(ReviewState.Moot, town.Store.Reviews[task.TaskId].State);
    }

    [Fact]
    public async Task A_record_nothing_can_find_is_a_task_until_it_says_more()
    {
        using var town = await Town.OpenAsync();
        await town.AbsorbAsync(People.Record("ged", "a", 1, new Citizen { Sex = Sex.Female }));
        Assert.Equal(Mdm.Matching.DoubtReason.NoUsableKey, Assert.Single(town.Store.OpenReviews).Reason);

        await town.AbsorbAsync(People.Record("ged", "a", 2, People.Person(4)));

        Assert.Empty(town.Store.OpenReviews);
    }

    [Fact]
    public async Task Unknown_parts_and_a_part_with_itself_are_refused()
    {
        using var town = await ThreeAsync();

        Assert.Equal(Refusal.Unknown, Assert.IsType<OrderResult.Refused>(await town.Registry.DecideAsync(A, new PartKey("ged", "?"), true, Town.Steward, default)).Reason);
        Assert.Equal(Refusal.AlreadySo, Assert.IsType<OrderResult.Refused>(await town.Registry.DecideAsync(A, A, true, Town.Steward, default)).Reason);
        Assert.Equal(Refusal.Unknown, Assert.IsType<OrderResult.Refused>(await town.Registry.UndoAsync(42, Town.Steward, default)).Reason);
        Assert.Equal(Refusal.NotAPartition, Assert.IsType<OrderResult.Refused>(await town.Registry.SplitAsync(town.Of("ged", "a"), [A], Town.Steward, default)).Reason);
    }

    /// <summary>With a slip in the name and one in the date they weigh enough to be one, and share no blocking key.</summary>
    private static Citizen Goulven(string name, int day) => new()
    {
        BirthName = name, GivenNames = ["Goulven"], Sex = Sex.Male, BirthDate = new PartialDate(1965, 3, day), BirthPlace = new BirthPlace("29019", null, "99100"),
    };

    /// <summary>All the same but for the given name: twins are a steward's affair.</summary>
    private static Citizen Twin(Citizen person) => person with { GivenNames = ["Ludivine"], Emails = [] };

    private static async Task<Town> ThreeAsync()
    {
        var town = await Town.OpenAsync();
        await town.AbsorbAsync(People.Record("ged", "a", 1, People.Person(4)), People.Record("ged", "b", 1, People.Person(9)), People.Record("ged", "c", 1, People.Person(23)));
        Assert.Equal(3, town.Store.Active.Count());
        return town;
    }
}
