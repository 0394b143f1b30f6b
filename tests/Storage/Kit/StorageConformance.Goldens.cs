namespace IntegrationHub.Tests.Storage.Kit;

public abstract partial class StorageConformance
{
    [StorageFact]
    public async Task A_golden_record_comes_back_with_every_value()
    {
        var citizen = Make.Person("d'Œuvre-Léger", "Anaïs") with
        {
            Emails = [new ContactPoint("a@b.fr", "home")],
            Addresses = [new PostalAddress { Street = "rue des Lilas", CommuneCode = "75114", ValidFrom = new DateOnly(2020, 1, 2) }],
            Extra = new Dictionary<string, string> { ["fishing"] = "\"yes\"" },
        };
        var golden = Make.Golden(1L << 39, citizen, members: [new("crm", "a"), new("ged", "b", "child")]) with { Overrides = "{\"sex\":\"male\"}" };
        golden = golden with { Golden = golden.Golden with { Provenance = [.. golden.Golden.Provenance, new Provenance("email", new PartKey("not", "a member"), Make.At, "recency")] } };
        await _writer.CommitAsync(Writer.Page with { Goldens = [golden] });

        Assert.Equal(Same.Text(golden), Same.Text((await _stores.Reader.FindGoldenAsync(golden.Golden.Id, default))!));
        Assert.Null(await _stores.Reader.FindGoldenAsync(new GoldenId(5), default));
    }

    [StorageFact]
    public async Task All_versions_of_a_golden_record_are_kept_oldest_first()
    {
        GoldenRow[] versions = [Make.Golden(10), Make.Golden(10, Make.Person("Durand", "Eva"), 2), Make.Golden(10, state: GoldenState.Emptied, version: 3), Make.Golden(10, version: 4)];
        await _writer.CommitAsync(Writer.Page with { Goldens = [versions[0], Make.Golden(3)] });
        await _writer.CommitAsync(Writer.Page with { Goldens = [versions[1], versions[2]] });
        await _writer.CommitAsync(Writer.Page with { Goldens = [Make.Golden(3, version: 2), versions[3]] });

        Same.Goldens(versions, await _stores.Reader.ReadVersionsAsync(new GoldenId(10), default));
        Same.Goldens([versions[3]], await _stores.Store.FindGoldensAsync([new GoldenId(10), new GoldenId(77)], default));
        Assert.Empty(await _stores.Reader.ReadVersionsAsync(new GoldenId(77), default));
    }

    [StorageFact]
    public async Task Everyone_who_ever_was_a_member_is_remembered()
    {
        await _writer.CommitAsync(Writer.Page with { Goldens = [Make.Golden(10, members: [new("crm", "b"), new("crm", "a")]), Make.Golden(11, members: new PartKey("crm", "z"))] });
        await _writer.CommitAsync(Writer.Page with { Goldens = [Make.Golden(10, version: 2, members: [new("crm", "b"), new("ged", "c", "child")]), Make.Golden(10, version: 3, state: GoldenState.Emptied)] });

        Assert.Equal([new("crm", "a"), new("crm", "b"), new PartKey("ged", "c", "child")], await _stores.Store.FindPastMembersAsync([new GoldenId(10), new GoldenId(99)], default));
    }

    [StorageFact]
    public async Task Retired_ids_are_found_by_the_id_that_took_them_over_until_they_come_back()
    {
        await _writer.CommitAsync(Writer.Page with { Goldens = [Make.Golden(1), Make.Golden(2), Make.Golden(3)] });
        await _writer.CommitAsync(Writer.Page with { Goldens = [Make.Golden(2, version: 2, state: GoldenState.Merged, into: 1), Make.Golden(3, version: 2, state: GoldenState.Merged, into: 1)] });
        await _writer.CommitAsync(Writer.Page with { Goldens = [Make.Golden(3, version: 3)] });

        var retired = await _stores.Store.FindRetiredAsync([new GoldenId(1), new GoldenId(2)], default);
        Assert.Equal([new GoldenId(2)], retired.Select(row => row.Golden.Id));
        Assert.Equal(new GoldenId(1), retired[0].Golden.MergedInto);
    }

    [StorageFact]
    public async Task A_person_is_found_by_any_systems_own_identifier()
    {
        var known = Make.Person("Petit", "Léo") with { Identifiers = [new Identifier("finance", "0012")] };
        await _writer.CommitAsync(Writer.Page with
        {
            Records = [Make.Record(1, "a"), Make.Record(2, "gone", deleted: true)],
            Parts = [Make.Part(1, 1, "a", 10), Make.Part(2, 2, "gone", null)],
            Goldens = [Make.Golden(10, known, members: new PartKey("crm", "a"))],
        });

        Assert.Equal(new GoldenId(10), await _stores.Reader.FindByIdentifierAsync("crm", "a", default));
        Assert.Equal(new GoldenId(10), await _stores.Reader.FindByIdentifierAsync("finance", "0012", default));
        Assert.Null(await _stores.Reader.FindByIdentifierAsync("crm", "gone", default));
        Assert.Null(await _stores.Reader.FindByIdentifierAsync("finance", "00120", default));

        await _writer.CommitAsync(Writer.Page with { Goldens = [Make.Golden(10, version: 2, members: new PartKey("crm", "a"))] });
        Assert.Null(await _stores.Reader.FindByIdentifierAsync("finance", "0012", default));
    }

    [StorageFact]
    public async Task The_sources_of_a_golden_record_are_its_live_records_in_key_order()
    {
        await _writer.CommitAsync(Writer.Page with
        {
            Records = [Make.Record(1, "z"), Make.Record(2, "b", connection: "ged"), Make.Record(3, "a"), Make.Record(4, "other")],
            Parts = [Make.Part(1, 1, "z", 10), Make.Part(2, 2, "b", 10, connection: "ged"), Make.Part(3, 3, "a", 10), Make.Part(4, 4, "other", 11)],
            Goldens = [Make.Golden(10, members: [new("crm", "a"), new("crm", "z"), new("ged", "b")]), Make.Golden(11, members: new PartKey("crm", "other"))],
        });

        var sources = await _stores.Reader.ReadSourcesAsync(new GoldenId(10), default);
        Assert.Equal(["crm/a", "crm/z", "ged/b"], sources.Select(source => source.Record.Key.ToString()));
        Assert.Equal([3, 1, 2], sources.Select(source => source.Parts.Single().PartId));
    }

    [StorageFact]
    public async Task Changes_come_in_sequence_order_and_by_every_id_they_touch()
    {
        RegistryChange[] changes =
        [
            Make.Change(1, 10), Make.Change(2, 20), Make.Change(3, 10, ChangeKind.Updated, 2) with { Attributes = [] },
            Make.Change(4, 10, ChangeKind.Merged, 3, 10, 20), Make.Change(5, 30), Make.Change(6, 10, ChangeKind.Linked, 3) with { Touched = [] },
        ];
        await _writer.CommitAsync(Writer.Page with { Goldens = [Make.Golden(10), Make.Golden(20), Make.Golden(10, version: 2)], Changes = changes[..3] });
        await _writer.CommitAsync(Writer.Page with { Goldens = [Make.Golden(10, version: 3), Make.Golden(30)], Changes = changes[3..] });

        Same.Changes(changes, await _stores.Reader.ReadChangesAsync(0, 100, default));
        Same.Changes(changes[2..4], await _stores.Reader.ReadChangesAsync(2, 2, default));
        Same.Changes([changes[0], changes[2], changes[3], changes[5]], await _stores.Reader.ReadChangesOfAsync(new GoldenId(10), default));
        Same.Changes([changes[1], changes[3]], await _stores.Reader.ReadChangesOfAsync(new GoldenId(20), default));
        Assert.Empty(await _stores.Reader.ReadChangesOfAsync(new GoldenId(40), default));
    }

    [StorageFact]
    public async Task Every_golden_record_is_read_in_id_order_and_counted()
    {
        var ids = Enumerable.Range(1, 2300).Select(i => (long)i * 7919 % 100_003).ToList();
        await _writer.CommitAsync(Writer.Page with { Goldens = [.. ids.Select(id => Make.Golden(id))] });
        await _writer.CommitAsync(Writer.Page with { Goldens = [Make.Golden(ids[0], version: 2, state: GoldenState.Erased)], Records = [Make.Record(1, "a")] });

        Assert.Equal(ids.Order(), (await ListAsync(_stores.Reader.ReadAllGoldensAsync(default))).Select(row => row.Golden.Id.Value));
        Assert.Equal(new RegistryCounts(1, 2299, 0, 0, 0), await _stores.Reader.CountAsync(default));
    }
}
