using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Absorbing;
using IntegrationHub.Mdm.Registry.Storing;

namespace IntegrationHub.Tests.Registry;

public sealed class Absorbing_a_page
{
    [Fact]
    public async Task Records_of_one_person_from_two_sources_become_one_golden_record()
    {
        using var town = await Town.OpenAsync();
        var first = await town.AbsorbAsync(People.Record("ged", "1", 1, People.Person(4)));
        var second = await town.AbsorbAsync(People.Record("crm", "A", 1, People.Person(4)), People.Record("crm", "B", 1, People.Person(9)));

        Assert.Equal(town.Of("ged", "1"), town.Of("crm", "A"));
        Assert.NotEqual(town.Of("ged", "1"), town.Of("crm", "B"));
        Assert.Equal([OutcomeKind.Created], first.Outcomes.Select(outcome => outcome.Kind));
        Assert.Equal(town.Of("crm", "A"), second.Parts.Single(part => part.Key == new PartKey("crm", "A")).Golden);
        Assert.Equal(2, town.Store.Changes.Count(change => change.Kind == ChangeKind.Created));
        Assert.Equal(town.Of("ged", "1"), Assert.Single(town.Store.Changes, change => change.Kind == ChangeKind.Linked).Golden);
    }

    [Fact]
    public async Task The_same_content_again_writes_nothing_but_the_outcome()
    {
        using var town = await Town.OpenAsync();
        await town.AbsorbAsync(People.Record("ged", "1", 1, People.Person(4)));
        var image = town.Store.Image();

        var again = await town.AbsorbAsync(People.Record("ged", "1", 1, People.Person(4)));

        Assert.Equal(OutcomeKind.Unchanged, Assert.Single(again.Outcomes).Kind);
        Assert.Equal(image, town.Store.Image());
        Assert.Equal(1, Assert.Single(town.Store.Records.Values).Revision);
    }

    [Fact]
    public async Task An_earlier_version_that_arrives_late_is_superseded()
    {
        using var town = await Town.OpenAsync();
        await town.AbsorbAsync(People.Record("ged", "1", 5, People.Person(4)));
        var late = await town.AbsorbAsync(People.Record("ged", "1", 3, People.Person(9)));

        Assert.Equal(OutcomeKind.Superseded, Assert.Single(late.Outcomes).Kind);
        Assert.Equal(People.Person(4).BirthName, Assert.Single(town.Store.Active).Golden.Citizen.BirthName);
    }

    [Fact]
    public async Task Content_seen_again_at_a_later_version_stands_at_that_version()
    {
        using var town = await Town.OpenAsync();
        var (first, third) = (People.Record("ged", "1", 1, People.Person(4)), People.Record("ged", "1", 1, People.Person(4)));
        third = third with { Record = third.Record with { Version = new SourceVersion(3, "") } };
        await town.AbsorbAsync(first);
        await town.AbsorbAsync(third);
        var second = await town.AbsorbAsync(People.Record("ged", "1", 2, People.Person(9)));

        Assert.Equal(OutcomeKind.Superseded, Assert.Single(second.Outcomes).Kind);
        Assert.Equal(People.Person(4).BirthName, Assert.Single(town.Store.Active).Golden.Citizen.BirthName);
    }

    [Fact]
    public async Task Several_versions_of_one_key_in_a_page_end_as_if_absorbed_in_source_order()
    {
        using var town = await Town.OpenAsync();
        var page = await town.AbsorbAsync(
            People.Record("ged", "1", 3, People.Person(4)), People.Record("ged", "1", 1, People.Person(9)), People.Deletion("ged", "1", 2));

        Assert.Equal([OutcomeKind.Created, OutcomeKind.Created, OutcomeKind.Deleted], page.Outcomes.Select(outcome => outcome.Kind));
        Assert.Equal(3, Assert.Single(town.Store.Records.Values).Revision);
        Assert.Equal(People.Person(4).BirthName, Assert.Single(town.Store.Active).Golden.Citizen.BirthName);
    }

    [Fact]
    public async Task A_deletion_empties_the_golden_record_and_a_return_fills_it_again()
    {
        using var town = await Town.OpenAsync();
        await town.AbsorbAsync(People.Record("ged", "1", 1, People.Person(4)));
        var id = town.Of("ged", "1");
        await town.AbsorbAsync(People.Deletion("ged", "1", 2));
        Assert.Equal(GoldenState.Emptied, town.Golden(id).State);

        await town.AbsorbAsync(People.Record("ged", "1", 3, People.Person(4)));

        Assert.Equal(id, town.Of("ged", "1"));
        Assert.Equal((GoldenState.Active, 3), (town.Golden(id).State, town.Golden(id).Version));
    }

    [Fact]
    public async Task Parts_appear_change_and_disappear_within_a_record()
    {
        using var town = await Town.OpenAsync();
        await town.AbsorbAsync(People.Record("family", "1", 1, People.Person(4), People.Person(9)));
        var second = town.Of("family", "1", "p1");
        await town.AbsorbAsync(People.Record("family", "1", 2, People.Person(4), People.Person(9) with { UsageName = "Martin" }, People.Person(14)));
        Assert.Equal("Martin", town.Golden(second).Citizen.UsageName);
        Assert.Equal(3, town.Store.Active.Count());

        await town.AbsorbAsync(People.Record("family", "1", 3, People.Person(4)));

        Assert.Equal(GoldenState.Emptied, town.Golden(second).State);
        Assert.Single(town.Store.Active);
    }

    [Fact]
    public async Task A_mapping_that_names_a_part_twice_sends_the_record_to_quarantine_and_its_neighbours_in()
    {
        using var town = await Town.OpenAsync();
        var twice = People.Record("family", "1", 1, People.Person(4), People.Person(9));
        twice = twice with { Record = twice.Record with { Citizens = [twice.Record.Citizens[0], twice.Record.Citizens[0]] } };
        var page = await town.AbsorbAsync(twice, People.Record("family", "2", 1, People.Person(14)));

        Assert.Equal([OutcomeKind.Quarantined, OutcomeKind.Created], page.Outcomes.Select(outcome => outcome.Kind));
        var row = Assert.Single(town.Store.Quarantine);
        Assert.Equal(("registry.part-twice", "1"), (row.Code, row.Key));
        Assert.Equal(twice.Body.ToArray(), row.Body.ToArray());
    }

    [Fact]
    public async Task What_a_record_says_beside_citizens_is_replaced_whole()
    {
        using var town = await Town.OpenAsync();
        var record = People.Record("ged", "1", 1, People.Person(4));
        var invoice = new LinkedItem("finance", "invoice", "F-1", null, "open", "");
        await town.AbsorbAsync(record with { Record = record.Record with { LinkedItems = [invoice] } });
        Assert.Equal(invoice, Assert.Single(Assert.Single(town.Store.Linked.Values).Items));

        await town.AbsorbAsync(People.Record("ged", "1", 2, People.Person(4)));

        Assert.Empty(Assert.Single(town.Store.Linked.Values).Items);
    }

    [Fact]
    public async Task Quarantine_run_page_and_checkpoint_commit_with_the_page()
    {
        using var town = await Town.OpenAsync();
        var row = new QuarantineRow
        {
            Id = Guid.Parse("11111111-1111-1111-1111-111111111111"), Connection = "ged", Position = "people.csv:3", Code = "csv.quote-never-closed",
            Body = "x"u8.ToArray(), Parsed = false, RunId = "r", At = new FixedTime().GetUtcNow(),
        };
        var page = new RegistryPage
        {
            RunId = "r", Connection = "ged", Number = 1, Records = [People.Record("ged", "1", 1, People.Person(4))], Quarantine = [row],
            Checkpoint = new CheckpointRow("ged", "3", new FixedTime().GetUtcNow()),
        };
        await town.Registry.AbsorbAsync(page, default);

        Assert.Equal(1, town.Store.Commits);
        Assert.Same(row, Assert.Single(town.Store.Quarantine));
        Assert.Equal("3", town.Store.Checkpoints["ged"].Value);
        Assert.Equal([new RecordOutcome("1", OutcomeKind.Created), new RecordOutcome("people.csv:3", OutcomeKind.Quarantined)], Assert.Single(town.Store.Runs).Outcomes);
    }
}
