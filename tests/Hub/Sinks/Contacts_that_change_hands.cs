using System.Text;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Tests.Hub.Sinks;

public sealed class Contacts_that_change_hands
{
    private static readonly GoldenId Ada = new(1);
    private static readonly GoldenId Bea = new(2);
    private readonly SinkRig _rig = new();

    [Fact]
    public async Task After_a_split_the_contact_is_told_first_whose_it_is_now_and_its_former_person_gets_one_of_its_own()
    {
        await _rig.TellAsync(_rig.Put(Ada, 1, GoldenState.Active, ChangeKind.Created, ["crm/c1", "portal/p1"]));
        _rig.Set(Bea, 1, GoldenState.Active, ["crm/c1"]);
        await _rig.TellAsync(_rig.Put(Ada, 2, GoldenState.Active, ChangeKind.Split, ["portal/p1"], Bea));

        Assert.Equal([("c1", Ada), ("c1", Bea), (null, Ada)], _rig.Written);
        Assert.Null(_rig.Sink.Records[2].Changed);
    }

    [Fact]
    public async Task Nothing_is_written_for_a_person_whose_contact_left_until_the_split_itself_comes()
    {
        await _rig.TellAsync(_rig.Put(Ada, 1, GoldenState.Active, ChangeKind.Created, ["crm/c1", "portal/p1"]));
        var update = _rig.Put(Ada, 2, GoldenState.Active, ChangeKind.Updated, ["crm/c1", "portal/p1"]);
        _rig.Set(Bea, 1, GoldenState.Active, ["crm/c1"]);
        var split = _rig.Put(Ada, 3, GoldenState.Active, ChangeKind.Split, ["portal/p1"], Bea);
        await _rig.TellAsync(update);
        await _rig.TellAsync(split);

        Assert.Equal([("c1", Ada), ("c1", Bea), (null, Ada)], _rig.Written);
    }

    [Fact]
    public async Task Who_was_merged_away_and_comes_back_is_written_under_the_contact_it_had_and_said_to_return()
    {
        await _rig.TellAsync(_rig.Put(Ada, 1, GoldenState.Active, ChangeKind.Created, ["crm/c1"]));
        await _rig.TellAsync(_rig.Put(Bea, 1, GoldenState.Active, ChangeKind.Created, ["crm/c2"]));
        _rig.Set(Bea, 2, GoldenState.Merged, [], Ada);
        await _rig.TellAsync(_rig.Put(Ada, 2, GoldenState.Active, ChangeKind.Merged, ["crm/c1", "crm/c2"], Bea));
        _rig.Set(Bea, 3, GoldenState.Active, ["crm/c2"]);
        await _rig.TellAsync(_rig.Put(Ada, 3, GoldenState.Active, ChangeKind.Split, ["crm/c1"], Bea));

        var merged = _rig.Sink.Records[3];
        Assert.Equal((true, Leaving.Merged, "c2", new OutgoingTarget(Ada.ToString(), "c1")), (merged.Deleted, merged.Leaving, merged.ForeignKey, merged.Into));
        Assert.Equal([("c1", false), ("c2", true)], _rig.Sink.Records.Skip(4).Select(record => (record.ForeignKey, record.Returns)));
    }

    [Fact]
    public async Task Only_fields_that_differ_from_what_was_written_are_said_to_change_and_a_value_that_went_is_cleared()
    {
        await _rig.TellAsync(_rig.Put(Ada, 1, GoldenState.Active, ChangeKind.Created, ["crm/c1"], new Citizen { BirthName = "Martin", Emails = [new ContactPoint("a@example.org")] }));
        await _rig.TellAsync(_rig.Put(Ada, 2, GoldenState.Active, ChangeKind.Updated, ["crm/c1"], new Citizen { BirthName = "Martin", Emails = [new ContactPoint("b@example.org")] }));
        await _rig.TellAsync(_rig.Put(Ada, 3, GoldenState.Active, ChangeKind.Updated, ["crm/c1"], new Citizen { BirthName = "Martin" }));
        await _rig.TellAsync(_rig.Put(Ada, 4, GoldenState.Active, ChangeKind.Updated, ["crm/c1"], new Citizen { BirthName = "Martin" }));

        Assert.Equal([null, "email", "email", ""], _rig.Sink.Records.Select(record => record.Changed is { } fields ? string.Join(' ', fields) : null));
        Assert.Equal("""{"lastname":"Martin","email":null}""", Encoding.UTF8.GetString(_rig.Sink.Records[2].Body.Span));
        Assert.Equal("""{"lastname":"Martin"}""", Encoding.UTF8.GetString(_rig.Sink.Records[3].Body.Span));
    }

    [Fact]
    public async Task What_is_remembered_of_a_write_holds_no_value_and_an_erasure_forgets_even_that()
    {
        await _rig.TellAsync(_rig.Put(Ada, 1, GoldenState.Active, ChangeKind.Created, ["crm/c1"], new Citizen { BirthName = "Martin" }));
        var kept = Assert.Single(await _rig.RememberedAsync());
        await _rig.TellAsync(_rig.Put(Ada, 2, GoldenState.Erased, ChangeKind.Erased, []));
        var erased = Assert.Single(await _rig.RememberedAsync());

        Assert.Equal(("c1", true), (kept.ForeignKey, kept.Written.Contains("lastname", StringComparison.Ordinal)));
        Assert.DoesNotContain("Martin", kept.Written, StringComparison.OrdinalIgnoreCase);
        Assert.Equal((Leaving.Erased, null, ""), (_rig.Sink.Records[^1].Leaving, erased.ForeignKey, erased.Written));
    }
}
