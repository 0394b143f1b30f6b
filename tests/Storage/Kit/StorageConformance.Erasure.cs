namespace IntegrationHub.Tests.Storage.Kit;

public abstract partial class StorageConformance
{
    private static readonly PartKey Gone = new("crm", "GONEKEY");
    private static readonly PartKey Stays = new("crm", "STAYKEY");
    private static readonly PartKey Child = new("crm", "SHAREDKEY", "child");

    [StorageFact]
    public async Task Every_value_of_an_erased_person_leaves_the_database()
    {
        await SaveErasableAsync();
        Assert.True(Found(await _host.DumpAsync(), "GONE"), "the values must be there before, or the test proves nothing");

        await EraseAsync();
        await _stores.DisposeAsync();
        var dump = await _host.DumpAsync();
        _stores = await _host.OpenAsync();

        Assert.False(Found(dump, "GONE"), "a value of the erased person is still stored");
        Assert.True(Found(dump, "STAY"), "the neighbour's values must stay");
    }

    [StorageFact]
    public async Task An_erased_id_answers_without_values_and_its_neighbours_are_untouched()
    {
        await SaveErasableAsync();
        await EraseAsync();

        var golden = await _stores.Reader.FindGoldenAsync(new GoldenId(10), default);
        Assert.Equal((GoldenState.Erased, 3L, (string?)null, 0), (golden!.Golden.State, golden.Golden.Version, golden.Golden.Citizen.BirthName, golden.Golden.Members.Count));
        var versions = await _stores.Reader.ReadVersionsAsync(new GoldenId(10), default);
        Assert.Equal([1, 2, 3], versions.Select(row => row.Golden.Version));
        Assert.All(versions, row => Assert.Equal((null, 0, null), (row.Golden.Citizen.BirthName, row.Golden.Provenance.Count, row.Overrides)));
        Assert.Empty(await SearchAsync(new() { Name = "gone" }));
        Assert.Empty(await SearchAsync(new() { Email = "gone@example.fr" }));
        Assert.Null(await _stores.Reader.FindByIdentifierAsync("crm", Gone.Record.Key, default));

        Assert.Equal([20], await SearchAsync(new() { Name = "stay" }));
        Assert.Equal([new byte[] { 1, 2, 3 }], await ListAsync(_stores.Store.ReadSuppressedAsync(default)));
        Assert.Equal([2], (await ListAsync(_stores.Store.ReadDecisionsAsync(default))).Select(decision => decision.DecisionId));
        Assert.Equal([2], (await _stores.Reader.ListReviewsAsync(ReviewState.Open, 0, 10, default)).Select(review => review.TaskId));
        Assert.Equal([new ScoredPair(2, 4, 1, 1, false)], await ListAsync(_stores.Store.ReadPairsAsync(default)));
        Assert.Equal(["", Stays.Record.Key], (await ListAsync(_stores.Reader.ReadRunAsync("run-1", default)))[0].Outcomes.Select(outcome => outcome.Key));
        Assert.Equal([Stays.Record.Key], (await _stores.Reader.ListQuarantineAsync(null, false, 0, 10, default)).Select(row => row.Key));
        Assert.Equal(2, await _stores.Reader.CountRecordsAsync("crm", default));
    }

    [StorageFact]
    public async Task A_record_that_speaks_of_others_too_stays_without_its_body_and_without_the_part()
    {
        await SaveErasableAsync();
        await EraseAsync();

        var shared = Assert.Single(await _stores.Store.FindRecordsAsync([Child.Record], default));
        Assert.Equal(0, shared.Record.Body.Length);
        Assert.Equal(["parent"], shared.Parts.Select(part => part.Key.Part));
    }

    [StorageFact]
    public async Task Older_versions_of_another_person_lose_what_a_wrong_merge_had_brought()
    {
        await SaveErasableAsync();
        await EraseAsync();

        var versions = await _stores.Reader.ReadVersionsAsync(new GoldenId(20), default);
        Assert.Equal([null, "STAYNAME"], versions.Select(row => row.Golden.Citizen.BirthName));
    }

    // Golden record 20 once wrongly held the person of golden record 10; a split parted them again.
    private async Task SaveErasableAsync()
    {
        var gone = Make.Person("GONENAME", "GONEGIVEN") with { Emails = [new("gone@example.fr"), new("GONE@EXAMPLE.FR")], Identifiers = [new("finance", "GONE-77")] };
        var stays = Make.Person("STAYNAME", "STAYGIVEN");
        await _writer.CommitAsync(Writer.Page with
        {
            Records = [Make.Record(1, Gone.Record.Key, "GONEBODY-1"), Make.Record(2, Stays.Record.Key, "STAYBODY"), Make.Record(3, Child.Record.Key, "GONE and others")],
            Parts = [Make.Part(1, 1, Gone.Record.Key, 10, gone), Make.Part(2, 2, Stays.Record.Key, 20, stays), Make.Part(3, 3, Child.Record.Key, 10, gone, "child"), Make.Part(4, 3, Child.Record.Key, 20, stays, "parent")],
            Linked = [new(1, [], [], [new("ged", "document", "GONEDOC", null, null, null)])],
            PairsAdded = [new(1, 2, 1, 1, false), new(2, 4, 1, 1, false), new(3, 2, 1, 1, true)],
            Goldens = [Make.Golden(10, gone, members: [Gone, Child]) with { Overrides = "{\"birthName\":\"GONEOVERRIDE\"}" }, Make.Golden(20, gone, members: [Gone, Stays])],
            Changes = [Make.Change(1, 10), Make.Change(2, 20, touched: [10, 20])],
            Reviews = [Make.Review(1, 1, 2) with { A = Gone }, Make.Review(2, 2, 4) with { A = Stays, B = Stays }],
            Decisions = [Make.Decision(1, Stays, Gone), Make.Decision(2, Stays, new PartKey(Child.Record, "parent")), Make.Decision(3, Child, Stays)],
            Quarantine = [Make.Quarantined(Gone.Record.Key, "GONEHALF"), Make.Quarantined(Stays.Record.Key)],
            Run = new RunPage("run-1", "crm", 1, [new(Gone.Record.Key, OutcomeKind.Created), new(Stays.Record.Key, OutcomeKind.Created)]),
        });
        await _writer.CommitAsync(Writer.Page with
        {
            Records = [Make.Record(1, Gone.Record.Key, "GONEBODY-2", revision: 2)],
            Goldens = [Make.Golden(10, gone, 2, members: [Gone, Child]), Make.Golden(20, stays, 2, members: Stays)],
            Changes = [Make.Change(3, 20, ChangeKind.Split, 2, 10, 20)],
        });
    }

    private Task EraseAsync() => _writer.CommitAsync(Writer.Page with
    {
        Erasures = [new Erasure([new GoldenId(10)], [1], [[1, 2, 3], [1, 2, 3]], [Gone.Record]) { Parts = [(3, Child)], WipedRecordIds = [3] }],
        Goldens = [Make.Golden(10, new Citizen(), 3, GoldenState.Erased)],
        Changes = [Make.Change(4, 10, ChangeKind.Erased, 3)],
    });
}
