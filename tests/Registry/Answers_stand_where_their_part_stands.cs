using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Absorbing;
using IntegrationHub.Mdm.Registry.Stewardship;
using IntegrationHub.Mdm.Registry.Storing;

namespace IntegrationHub.Tests.Registry;

/// <summary>An enricher's answer gives values to the person it is about, wherever that person's record goes, and is no evidence of who anybody is.</summary>
public sealed class Answers_stand_where_their_part_stands
{
    private static readonly PartKey Ged = new("ged", "1");
    private static readonly PartKey Crm = new("crm", "9");

    [Fact]
    public async Task An_answer_gives_its_value_makes_nobody_and_is_no_candidate_for_a_match()
    {
        using var town = await OneAsync();
        var (id, pairs) = (town.Of("ged", "1"), town.Store.Pairs.Count);

        await town.AbsorbAsync(Answer(Ged, 5, "12_0001"));

        Assert.Equal([Ged, Key(Ged)], town.Golden(id).Members.OrderByDescending(key => key));
        Assert.Equal("12_0001", Assert.Single(town.Golden(id).Citizen.Addresses).BanId);
        Assert.Equal((1, pairs), (town.Store.Active.Count(), town.Store.Pairs.Count));
        Assert.Empty(town.Store.OpenReviews);
        await town.RestartAsync();
        await town.AbsorbAsync(People.Record("crm", "9", 1, new Citizen { BirthName = "Autre", GivenNames = ["Nom"], BirthDate = new PartialDate(1980, 1, 2), Addresses = People.Person(4).Addresses }));
        Assert.Equal(2, town.Store.Active.Count());
    }

    [Fact]
    public async Task It_follows_a_merge_and_the_split_that_takes_it_back_whatever_side_the_steward_put_it_on()
    {
        using var town = await OneAsync();
        await town.AbsorbAsync(People.Record("crm", "9", 1, People.Person(9)));
        await town.AbsorbAsync(Answer(Ged, 5, "12_0001"), Answer(Crm, 5, "12_0009"));
        var (one, other) = (town.Of("ged", "1"), town.Of("crm", "9"));

        var merged = Assert.IsType<OrderResult.Done>(await town.Registry.MergeAsync(one, other, Town.Steward, default));
        var whole = Assert.Single(town.Store.Active).Golden;
        Assert.Equal(4, whole.Members.Count);
        Assert.DoesNotContain(town.Store.Decisions.Values, row => AnswerKey.IsAnswer(row.A) || AnswerKey.IsAnswer(row.B));

        Assert.IsType<OrderResult.Done>(await town.Registry.UndoAsync(merged.Decisions[0], Town.Steward, default));
        Assert.Equal([Key(Ged), Ged], town.Golden(one).Members.Order());
        Assert.Equal([Key(Crm), Crm], town.Golden(other).Members.Order());
    }

    [Fact]
    public async Task A_split_by_hand_parts_records_and_their_answers_go_along()
    {
        using var town = await OneAsync();
        await town.AbsorbAsync(People.Record("crm", "9", 1, People.Person(4)));
        await town.AbsorbAsync(Answer(Ged, 5, "12_0001"));
        var id = town.Of("ged", "1");

        var split = await town.Registry.SplitAsync(id, [Crm, Key(Ged)], Town.Steward, default);

        Assert.IsType<OrderResult.Done>(split);
        Assert.Equal(town.Of("ged", "1"), town.Store.Parts.Values.Single(part => part.Key == Key(Ged)).Golden);
        Assert.Equal([Crm], town.Golden(town.Of("crm", "9")).Members);
        Assert.Equal(Refusal.AlreadySo, Assert.IsType<OrderResult.Refused>(await town.Registry.DecideAsync(Crm, Key(Ged), true, Town.Steward, default)).Reason);
    }

    [Fact]
    public async Task It_goes_when_its_part_goes_makes_no_person_of_its_own_and_may_come_back()
    {
        using var town = await OneAsync();
        await town.AbsorbAsync(People.Record("crm", "9", 1, People.Person(4)));
        await town.AbsorbAsync(Answer(Ged, 5, "12_0001"));
        var id = town.Of("crm", "9");

        await town.AbsorbAsync(People.Deletion("ged", "1", 2));
        Assert.Equal([Crm], town.Golden(id).Members);
        Assert.Null(Assert.Single(town.Golden(id).Citizen.Addresses).BanId);
        await town.RestartAsync();
        Assert.Equal(OutcomeKind.Suppressed, Assert.Single((await town.AbsorbAsync(Answer(Ged, 6, "12_0001"))).Outcomes).Kind);

        await town.AbsorbAsync(People.Record("ged", "1", 3, People.Person(4)));
        await town.AbsorbAsync(Answer(Ged, 7, "12_0001"));
        Assert.Equal(3, Assert.Single(town.Store.Active).Golden.Members.Count);
        Assert.Equal("12_0001", Assert.Single(town.Golden(id).Citizen.Addresses).BanId);

        await town.AbsorbAsync(Withdrawal(Ged, 8));
        Assert.Equal([Crm, Ged], town.Golden(id).Members);
    }

    [Fact]
    public async Task Of_a_restricted_person_none_is_taken_in_and_the_release_brings_back_what_stood()
    {
        using var town = await OneAsync();
        await town.AbsorbAsync(Answer(Ged, 5, "12_0001"));
        var id = town.Of("ged", "1");
        await town.Registry.RestrictAsync(id, default);

        Assert.Equal(OutcomeKind.Suppressed, Assert.Single((await town.AbsorbAsync(Answer(Ged, 6, "12_0002"))).Outcomes).Kind);
        await town.RestartAsync();
        await town.Registry.ReleaseAsync(id, default);

        Assert.Equal((GoldenState.Active, 2), (town.Golden(id).State, town.Golden(id).Members.Count));
        Assert.Equal("12_0001", Assert.Single(town.Golden(id).Citizen.Addresses).BanId);
    }

    [Fact]
    public async Task A_restricted_persons_answer_goes_with_its_record()
    {
        using var town = await OneAsync();
        await town.AbsorbAsync(Answer(Ged, 5, "12_0001"));
        var id = town.Of("ged", "1");
        await town.Registry.RestrictAsync(id, default);

        await town.AbsorbAsync(People.Deletion("ged", "1", 2));
        Assert.Empty(town.Golden(id).Members);
        await town.Registry.ReleaseAsync(id, default);
        Assert.Equal(GoldenState.Emptied, town.Golden(id).State);
    }

    [Fact]
    public async Task An_erasure_takes_it_along_and_a_late_answer_leaves_no_trace()
    {
        using var town = await OneAsync();
        await town.AbsorbAsync(People.Record("crm", "9", 1, People.Person(9)));
        await town.AbsorbAsync(Answer(Ged, 5, "12_0001"));
        await town.Registry.EraseAsync(town.Of("ged", "1"), default);
        await town.Registry.EraseAsync(town.Of("crm", "9"), default);

        await town.AbsorbAsync(Answer(Ged, 6, "12_0001"), Answer(Crm, 6, "12_0009"));

        Assert.Empty(town.Store.Active);
        Assert.Empty(town.Store.Records);
        Assert.Empty(town.Store.Parts);
    }

    private static async Task<Town> OneAsync()
    {
        var town = await Town.OpenAsync();
        await town.AbsorbAsync(People.Record("ged", "1", 1, People.Person(4)));
        return town;
    }

    private static PartKey Key(PartKey about) => new("ban", AnswerKey.Of(about), AnswerKey.Part);

    private static Arrival Answer(PartKey about, long version, string ban)
    {
        var address = People.Person(4).Addresses[0];
        return new Arrival(
            new MappedRecord
            {
                Key = Key(about).Record,
                Version = new SourceVersion(version, "mark"),
                Citizens = [new CitizenPart(AnswerKey.Part, new Citizen { Addresses = [address with { Street = "Rue des Lilas (normalisée)", BanId = ban }, address with { BanId = ban }] })],
            },
            System.Text.Encoding.UTF8.GetBytes(ban));
    }

    private static Arrival Withdrawal(PartKey about, long version) =>
        new(new MappedRecord { Key = Key(about).Record, Version = new SourceVersion(version, ""), Deleted = true }, default);
}
