using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Stewardship;
using IntegrationHub.Mdm.Registry.Storing;

namespace IntegrationHub.Tests.Hub.Enriching;

/// <summary>A connection that enriches: it follows the change log, and its answers come back as records of its own.</summary>
public sealed class Asking_about_people
{
    [Fact]
    public async Task An_answer_stands_behind_the_person_asked_about_and_its_value_with_its_reason_in_the_golden_record()
    {
        await using var rig = await AskingRig.StartAsync();
        await rig.SayAsync(1, ("1", 1, "Rue A"), ("2", 2, "rue inconnue"), ("3", 3, null));

        var end = await rig.AskAsync();

        Assert.Equal((RunState.Succeeded, 2), (end.Row.State, end.Row.Read));
        var golden = await rig.OfAsync("1");
        Assert.Equal("ban-Rue A", Assert.Single(golden.Citizen.Addresses).BanId);
        Assert.Equal([new PartKey("ban", "crm//1", "@"), new PartKey("crm", "1")], golden.Members);
        Assert.Null(Assert.Single((await rig.OfAsync("2")).Citizen.Addresses).BanId);
        Assert.Equal((3, 2), ((await rig.Hub.Reader.CountAsync(default)).Goldens, rig.Geocoder.Asked.Count));
    }

    [Fact]
    public async Task Nothing_but_the_declared_attributes_is_in_a_question()
    {
        await using var rig = await AskingRig.StartAsync();
        await rig.SayAsync(1, ("1", 1, "Rue A"));

        await rig.AskAsync();

        Assert.Equal("""{"street":"Rue A","cp":"49100","ville":"Angers"}""", Assert.Single(rig.Geocoder.Asked));
        Assert.Contains(await rig.Hub.Stores.Operations.ListAuditAsync(null, 0, 100, default), row => row.Actor == "key-1" && row.Action == "ask");
    }

    [Fact]
    public async Task Who_was_not_asked_about_is_not_in_the_access_log()
    {
        await using var rig = await AskingRig.StartAsync();
        await rig.SayAsync(1, ("1", 1, "Rue A"), ("2", 2, null));
        await rig.AskAsync();

        await rig.Source().ReadAsync(new Checkpoint(IntegrationHub.Hub.Feed.FeedCursor.Start.ToString()), default).ToListAsync();

        var row = Assert.Single(await rig.Hub.Stores.Operations.ListAuditAsync(null, 0, 100, default));
        Assert.Equal((await rig.OfAsync("1")).Id.ToString(), row.Golden);
    }

    [Fact]
    public async Task Asked_again_by_checkpoint_restart_or_its_own_answers_nothing_is_asked_twice()
    {
        await using var rig = await AskingRig.StartAsync();
        await rig.SayAsync(1, ("1", 1, "Rue A"), ("2", 2, "rue inconnue"));
        await rig.AskAsync();
        var changes = await rig.Hub.Reader.FindLastChangeAsync(default);

        await rig.AskAsync();
        await rig.SayAsync(2, ("1", 21, "Rue A"));
        await rig.AskAsync();
        var read = await rig.Source().ReadAsync(new Checkpoint(IntegrationHub.Hub.Feed.FeedCursor.Start.ToString()), default).ToListAsync();

        Assert.Equal(2, rig.Geocoder.Asked.Count);
        Assert.Empty(read.OfType<SourceRead.Page>().SelectMany(page => page.Value.Records));
        Assert.Equal(changes + 1, await rig.Hub.Reader.FindLastChangeAsync(default));
    }

    [Fact]
    public async Task A_new_address_has_a_new_answer_and_an_address_taken_away_has_none()
    {
        await using var rig = await AskingRig.StartAsync();
        await rig.SayAsync(1, ("1", 1, "Rue A"));
        await rig.AskAsync();

        await rig.SayAsync(2, ("1", 1, "Rue B"));
        await rig.AskAsync();
        Assert.Equal("ban-Rue B", Assert.Single((await rig.OfAsync("1")).Citizen.Addresses).BanId);

        await rig.SayAsync(3, ("1", 1, "inconnue"));
        await rig.AskAsync();
        Assert.Null(Assert.Single((await rig.OfAsync("1")).Citizen.Addresses).BanId);
        Assert.Equal(3, rig.Geocoder.Asked.Count);
    }

    [Fact]
    public async Task After_a_merge_one_answer_stays_and_after_its_undo_each_person_has_one_again()
    {
        await using var rig = await AskingRig.StartAsync();
        await rig.SayAsync(1, ("1", 1, "Rue A"), ("2", 2, "Rue B"));
        await rig.AskAsync();
        var (one, other) = (await rig.OfAsync("1"), await rig.OfAsync("2"));
        OrderResult merged = null!;
        await rig.OrderAsync(async citizens => merged = await citizens.MergeAsync(one.Id, other.Id, new Order("steward"), default));

        await rig.AskAsync();
        Assert.Equal("crm//1", Assert.Single((await rig.OfAsync("1")).Members, AnswerKey.IsAnswer).Record.Key);

        await rig.OrderAsync(citizens => citizens.UndoAsync(((OrderResult.Done)merged).Decisions[0], new Order("steward"), default));
        await rig.AskAsync();
        Assert.Equal("ban-Rue A", Assert.Single((await rig.OfAsync("1")).Citizen.Addresses).BanId);
        Assert.Equal("ban-Rue B", Assert.Single((await rig.OfAsync("2")).Citizen.Addresses).BanId);
        Assert.Equal(3, rig.Geocoder.Asked.Count);
    }

    [Fact]
    public async Task Nobody_erased_or_restricted_is_asked_about_and_an_erasure_takes_the_answer_along()
    {
        await using var rig = await AskingRig.StartAsync();
        await rig.SayAsync(1, ("1", 1, "Rue A"), ("2", 2, "Rue B"), ("3", 3, "Rue C"));
        await rig.OrderAsync(async citizens => await citizens.EraseAsync((await rig.OfAsync("2")).Id, default));
        await rig.OrderAsync(async citizens => await citizens.RestrictAsync((await rig.OfAsync("3")).Id, default));

        await rig.AskAsync();
        Assert.Single(rig.Geocoder.Asked);

        await rig.OrderAsync(async citizens => await citizens.EraseAsync((await rig.OfAsync("1")).Id, default));
        await rig.OrderAsync(async citizens => await citizens.ReleaseAsync((await rig.OfAsync("3")).Id, default));
        await rig.AskAsync();
        Assert.Equal(2, rig.Geocoder.Asked.Count);
        Assert.Empty(await rig.Hub.Stores.Store.FindRecordsAsync([new RecordKey("ban", "crm//1")], default));
        Assert.Equal("ban-Rue C", Assert.Single((await rig.OfAsync("3")).Citizen.Addresses).BanId);
    }

    [Fact]
    public async Task Who_moves_while_others_are_asked_about_is_asked_about_by_the_next_run()
    {
        await using var rig = await AskingRig.StartAsync();
        await rig.SayAsync(1, ("1", 1, "Rue A"), ("2", 2, "Rue B"), ("3", 3, "Rue C"));
        var place = new Checkpoint("");
        await foreach (var read in rig.Source(batch: 2).ReadAsync(null, default))
        {
            place = Assert.IsType<SourceRead.Page>(read).Value.Checkpoint;
            if (rig.Geocoder.Asked.Count == 2)
            {
                await rig.SayAsync(2, ("1", 1, "Rue D"), ("2", 2, "Rue E"));
            }
        }

        Assert.Equal(3, rig.Geocoder.Asked.Count);
        await rig.Source().ReadAsync(place, default).ToListAsync();

        Assert.All(["Rue D", "Rue E"], street => Assert.Contains(rig.Geocoder.Asked, asked => asked.Contains(street, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Nobody_erased_or_restricted_while_others_are_asked_about_is_asked_about_after_it()
    {
        await using var rig = await AskingRig.StartAsync();
        await rig.SayAsync(1, [.. Enumerable.Range(10, 8).Select(i => ($"{i}", i, (string?)$"Rue {i}"))]);
        string[] gone = [];
        rig.Geocoder.Meanwhile = async asked =>
        {
            if (asked == 4)
            {
                gone = [.. Enumerable.Range(10, 8).Select(i => $"{i}").Where(key => !rig.Geocoder.Asked.Any(text => text.Contains($"Rue {key}", StringComparison.Ordinal))).Take(2)];
                await rig.OrderAsync(async citizens => await citizens.EraseAsync((await rig.OfAsync(gone[0])).Id, default));
                await rig.OrderAsync(async citizens => await citizens.RestrictAsync((await rig.OfAsync(gone[1])).Id, default));
            }
        };

        Assert.Equal(RunState.Succeeded, (await rig.AskAsync()).Row.State);

        Assert.Equal((2, 6), (gone.Length, rig.Geocoder.Asked.Count));
        Assert.DoesNotContain(rig.Geocoder.Asked, text => gone.Any(key => text.Contains($"Rue {key}", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(FailureKind.Throttled)]
    [InlineData(FailureKind.Passing)]
    public async Task What_was_answered_before_a_failure_is_kept_and_only_the_rest_is_asked_after_it(FailureKind kind)
    {
        await using var rig = await AskingRig.StartAsync();
        await rig.SayAsync(1, [.. Enumerable.Range(1, 12).Select(i => ($"{i}", i, (string?)$"Rue {i}"))]);
        rig.Geocoder.Fails = (6, new Failure(kind, "http.429", "wait"));

        var end = await rig.AskAsync();
        Assert.Equal((RunState.Failed, "http.429", 6), (end.Row.State, end.Row.FailureCode, end.Row.Read));

        rig.Geocoder.Fails = null;
        Assert.Equal(RunState.Succeeded, (await rig.AskAsync()).Row.State);
        Assert.Equal(12, rig.Geocoder.Asked.Distinct().Count());
        Assert.Equal(12, rig.Geocoder.Asked.Count);
    }

    [Fact]
    public async Task Without_a_checkpoint_everybody_is_asked_about_anew_through_a_throttle_and_the_new_answers_stand()
    {
        await using var rig = await AskingRig.StartAsync();
        await rig.SayAsync(1, [.. Enumerable.Range(1, 6).Select(i => ($"{i}", i, (string?)$"Rue {i}"))]);
        await rig.AskAsync();
        await rig.SayAsync(2, ("7", 7, "Rue 7"));
        await rig.AskAsync();
        rig.Geocoder.Edition = "2";
        rig.Geocoder.Fails = (11, new Failure(FailureKind.Throttled, "http.429", "wait"));
        await rig.ForgetAsync();

        Assert.Equal(RunState.Failed, (await rig.AskAsync()).Row.State);
        rig.Geocoder.Fails = null;
        Assert.Equal(RunState.Succeeded, (await rig.AskAsync()).Row.State);
        Assert.Equal(RunState.Succeeded, (await rig.AskAsync()).Row.State);

        Assert.Equal(14, rig.Geocoder.Asked.Count);
        foreach (var key in Enumerable.Range(1, 7))
        {
            Assert.Equal($"Rue {key} (normalisée 2)", await rig.AnswerAsync($"{key}"));
        }
    }

    [Fact]
    public async Task A_later_answer_stands_though_the_clock_was_put_back()
    {
        await using var rig = await AskingRig.StartAsync();
        foreach (var number in Enumerable.Range(1, 6))
        {
            await rig.SayAsync(number, ("1", 1, $"Rue {number}"));
            await rig.AskAsync();
            rig.Clock.PutBack(TimeSpan.FromHours(1));
            Assert.Equal($"Rue {number} (normalisée 1)", await rig.AnswerAsync("1"));
        }
    }

    [Theory]
    [InlineData(5, "5,2")]
    [InlineData(2, "2,2,2,1")]
    public async Task A_system_that_takes_lists_is_asked_by_lists_no_longer_than_it_takes_and_each_person_has_its_own_answer(int atOnce, string lists)
    {
        await using var rig = await AskingRig.StartAsync();
        rig.Geocoder.AtOnce = atOnce;
        await rig.SayAsync(1, [.. Enumerable.Range(1, 7).Select(number => ($"{number}", number, (string?)$"Rue {number}"))]);

        var end = await rig.AskAsync();

        Assert.Equal((RunState.Succeeded, lists), (end.Row.State, string.Join(',', rig.Geocoder.Lists)));
        foreach (var number in Enumerable.Range(1, 7))
        {
            Assert.Equal($"ban-Rue {number}", Assert.Single((await rig.OfAsync($"{number}")).Citizen.Addresses).BanId);
        }
    }

    [Fact]
    public async Task A_question_the_system_refuses_is_shown_by_the_golden_id_and_the_others_go_on()
    {
        await using var rig = await AskingRig.StartAsync();
        await rig.SayAsync(1, ("1", 1, "?"), ("2", 2, "Rue B"));

        var end = await rig.AskAsync();

        var row = Assert.Single(await rig.Hub.Reader.ListQuarantineAsync("ban", replayed: false, 0, 10, default));
        Assert.Equal((RunState.Partial, "question.no-address", (await rig.OfAsync("1")).Id.ToString(), 0), (end.Row.State, row.Code, row.Position, row.Body.Length));
        Assert.Equal("ban-Rue B", Assert.Single((await rig.OfAsync("2")).Citizen.Addresses).BanId);
    }

    [Fact]
    public async Task When_the_record_asked_about_goes_another_of_the_person_is_asked_about()
    {
        await using var rig = await AskingRig.StartAsync();
        await rig.SayAsync(1, ("1", 1, "Rue A"), ("2", 1, "Rue A"));
        await rig.AskAsync();
        await rig.DeleteAsync("1", 2);
        Assert.DoesNotContain((await rig.OfAsync("2")).Members, AnswerKey.IsAnswer);

        await rig.AskAsync();

        var golden = await rig.OfAsync("2");
        Assert.Equal("crm//2", Assert.Single(golden.Members, AnswerKey.IsAnswer).Record.Key);
        Assert.Equal("ban-Rue A", Assert.Single(golden.Citizen.Addresses).BanId);
    }

    [Fact]
    public async Task A_question_says_nothing_but_what_the_part_it_is_about_says()
    {
        await using var rig = await AskingRig.StartAsync();
        await rig.SayAsync(1, ("1", 1, null), ("2", 1, "Rue A"));

        await rig.AskAsync();
        var golden = await rig.OfAsync("1");
        Assert.Equal(new PartKey("ban", "crm//2", "@"), Assert.Single(golden.Members, AnswerKey.IsAnswer));

        // Nor what a steward typed.
        await rig.OrderAsync(citizens => citizens.OverrideAsync(golden.Id, "addresses", new Citizen { Addresses = [new PostalAddress { Street = "Rue Z" }] }, new Order("steward"), default));
        await rig.AskAsync();
        Assert.DoesNotContain((await rig.OfAsync("1")).Members, AnswerKey.IsAnswer);
        Assert.Single(rig.Geocoder.Asked);
    }
}
