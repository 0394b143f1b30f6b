using System.Text;

namespace IntegrationHub.Tests.Storage.Kit;

public abstract partial class StorageConformance
{
    [StorageFact]
    public async Task Records_are_found_by_key_with_all_their_parts_in_part_order()
    {
        var deleted = Make.Record(2, "b", deleted: true, connection: "ged");
        await _writer.CommitAsync(Writer.Page with
        {
            Records = [Make.Record(1, "a"), deleted],
            Parts = [Make.Part(1, 1, "a", 10, part: "mother"), Make.Part(2, 1, "a", null, part: "child") with { LastGolden = new GoldenId(11) }, Make.Part(3, 2, "b", null, connection: "ged")],
        });

        var found = await _stores.Store.FindRecordsAsync([new("ged", "b"), new("crm", "a"), new("crm", "unknown"), new("crm", "A")], default);

        Assert.Equal([Same.Text(Make.Record(1, "a")), Same.Text(deleted)], found.Select(record => Same.Text(record.Record)));
        Assert.Equal(["child", "mother"], found[0].Parts.Select(part => part.Key.Part));
        Assert.Equal(new GoldenId(11), found[0].Parts[0].LastGolden);
        Assert.Equal(3, Assert.Single(found[1].Parts).PartId);
    }

    [StorageFact]
    public async Task Keys_compare_to_the_letter()
    {
        string[] keys = ["a", "A", "a ", " a", "é", "e\u0301", "œ", "a\0", "a\uE000", "\uD800", "😀", new('x', 100_000), ""];
        await _writer.CommitAsync(Writer.Page with { Records = [.. keys.Select((key, i) => Make.Record(i + 1, key))] });

        foreach (var (key, i) in keys.Select((key, i) => (key, i)))
        {
            var found = Assert.Single(await _stores.Store.FindRecordsAsync([new("crm", key)], default));
            Assert.Equal((i + 1, key), (found.Record.RecordId, found.Record.Key.Key));
        }
    }

    [StorageFact]
    public async Task A_replaced_record_shows_its_new_version_and_counts_once()
    {
        await _writer.CommitAsync(Writer.Page with { Records = [Make.Record(1, "a", "first"), Make.Record(2, "b")] });
        await _writer.CommitAsync(Writer.Page with { Records = [Make.Record(1, "a", "second", revision: 2)] });
        await _writer.CommitAsync(Writer.Page with { Records = [Make.Record(2, "b", "", revision: 2, deleted: true)] });

        var found = await _stores.Store.FindRecordsAsync([new("crm", "a"), new("crm", "b")], default);
        Assert.Equal(["second", ""], found.Select(record => Encoding.UTF8.GetString(record.Record.Body.Span)));
        Assert.Equal([2, 2], found.Select(record => record.Record.Revision));
        Assert.Equal(1, await _stores.Reader.CountRecordsAsync("crm", default));
        Assert.Equal(0, await _stores.Reader.CountRecordsAsync("ged", default));
        Assert.True(Found(await _host.DumpAsync(), "first"), "the history keeps the replaced body");
    }

    [StorageFact]
    public async Task A_record_seen_again_moves_its_version_alone()
    {
        await _writer.CommitAsync(Writer.Page with { Records = [Make.Record(1, "a", "body"), Make.Record(2, "b")] });
        await _writer.CommitAsync(Writer.Page with { Reseen = [(1, new SourceVersion(9, "etag"))] });

        var found = await _stores.Store.FindRecordsAsync([new("crm", "a"), new("crm", "b")], default);
        Assert.Equal(new SourceVersion(9, "etag"), found[0].Record.Version);
        Assert.Equal("body", Encoding.UTF8.GetString(found[0].Record.Body.Span));
        Assert.Equal(new SourceVersion(1, "v"), found[1].Record.Version);
    }

    [StorageFact]
    public async Task Parts_are_replaced_moved_and_die_with_their_last_golden_record()
    {
        await _writer.CommitAsync(Writer.Page with { Parts = [Make.Part(1, 1, "a", 10), Make.Part(2, 2, "b", 10), Make.Part(3, 3, "c", 12)] });
        var renamed = Make.Part(3, 3, "c", 12, Make.Person("Durand", "Zoé"));
        await _writer.CommitAsync(Writer.Page with { Parts = [renamed], Moved = [(1, new GoldenId(11)), (2, null)] });

        var parts = await _stores.Store.FindPartsAsync([3, 2, 1, 99], default);
        Same.Parts([Make.Part(1, 1, "a", 11), Make.Part(2, 2, "b", null) with { LastGolden = new GoldenId(10) }, renamed], parts);
    }

    [StorageFact]
    public async Task The_rebuild_reads_live_matchable_parts_in_part_order_and_all_pairs()
    {
        await _writer.CommitAsync(Writer.Page with
        {
            Parts = [Make.Part(2, 1, "a", 10), Make.Part(1, 1, "a", 10, part: "x"), Make.Part(3, 2, "b", null), Make.Part(4, 3, "c", 12) with { Matchable = false }],
            PairsAdded = [new(2, 1, 8000, ulong.MaxValue, true), new(1, 4, -100, 5, false)],
        });
        await _writer.CommitAsync(Writer.Page with { Parts = [Make.Part(5, 3, "d", 14)], PairsRemoved = [(1, 4), (7, 8)], PairsAdded = [new(2, 1, 9000, 3, false), new(5, 2, 1, 1, false)] });

        Assert.Equal([1, 2, 5], (await ListAsync(_stores.Store.ReadLivePartsAsync(default))).Select(part => part.PartId));
        Assert.Equal([new ScoredPair(2, 1, 9000, 3, false), new ScoredPair(5, 2, 1, 1, false)], await ListAsync(_stores.Store.ReadPairsAsync(default)));
    }

    [StorageFact]
    public async Task What_a_record_says_beside_citizens_is_replaced_whole()
    {
        var company = new OrganisationPart("o", new Organisation { Siren = "552100554", Name = "Éts \"Œuf\"" });
        var invoice = new LinkedItem("finance", "invoice", "F-1", Make.At, "paid", "o");
        var household = new Relationship(RelationshipKind.Household, "", "child", new DateOnly(2020, 1, 2), null);
        await _writer.CommitAsync(Writer.Page with { Records = [Make.Record(1, "a"), Make.Record(2, "b")], Linked = [new(1, [company], [household], [invoice]), new(2, [], [], [invoice])] });
        await _writer.CommitAsync(Writer.Page with { Linked = [new(2, [], [], [])] });

        var linked = Assert.Single(await _stores.Reader.ReadLinkedAsync([1, 2, 3], default));
        Assert.Equal((1, company, household, invoice), (linked.RecordId, linked.Organisations.Single(), linked.Relationships.Single(), linked.Items.Single()));
    }

    private static bool Found(IEnumerable<byte[]> dump, string text) => dump.Any(bytes => bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0);
}
