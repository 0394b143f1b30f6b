namespace IntegrationHub.Tests.Storage.Kit;

public abstract partial class StorageConformance
{
    private IOperationsStore Operations => _stores.Operations;

    [StorageFact]
    public async Task Runs_are_saved_again_and_again_and_listed_newest_first()
    {
        var run = new RunRow { RunId = "r1", Connection = "crm", State = RunState.Running, StartedAt = Make.At, ProgressAt = Make.At };
        var ended = run with { State = RunState.Partial, EndedAt = Make.At.AddHours(1), Read = 10, Created = 7, Updated = 1, Unchanged = 1, Deleted = 1, Quarantined = 2, FailureCode = "x", FailureDetail = "do y" };
        var later = run with { RunId = "r2", Connection = "ged", StartedAt = Make.At.AddMinutes(1) };
        await Operations.SaveRunAsync(run, default);
        await Operations.SaveRunAsync(later, default);
        await Operations.SaveRunAsync(ended, default);

        Assert.Equal(ended, await Operations.FindRunAsync("r1", default));
        Assert.Null(await Operations.FindRunAsync("r3", default));
        Assert.Equal([later, ended], await Operations.ListRunsAsync(null, 0, 10, default));
        Assert.Equal([ended], await Operations.ListRunsAsync(null, 1, 10, default));
        Assert.Equal([later], await Operations.ListRunsAsync("ged", 0, 10, default));
    }

    [StorageFact]
    public async Task The_latest_version_of_a_document_is_current_until_it_is_removed()
    {
        await SaveAsync("connection", "b", 1);
        await SaveAsync("connection", "B", 1);
        await SaveAsync("connection", "b", 2);
        await SaveAsync("mapping", "b", 7);
        await SaveAsync("connection", "c", 1);
        await SaveAsync("connection", "c", 2, removed: true);

        var current = await Operations.ListDocumentsAsync("connection", default);
        Assert.Equal([("B", 1), ("b", 2)], current.Select(document => (document.Name, document.Version)));
        await Assert.ThrowsAnyAsync<Exception>(() => SaveAsync("connection", "b", 2));

        Task SaveAsync(string kind, string name, int version, bool removed = false) =>
            Operations.SaveDocumentAsync(new DocumentRow(kind, name, version, $"name: {name}\n", Make.At, "architect", removed), default);
    }

    [StorageFact]
    public async Task A_cursor_moves_only_for_the_node_that_holds_the_lease()
    {
        await Operations.TryHoldLeaseAsync("delivery:s", "one", Make.At, Make.At.AddSeconds(15), default);
        Assert.True(await Operations.TrySaveCursorAsync(new DeliveryCursor("s", 4, Make.At), "delivery:s", "one", default));
        Assert.False(await Operations.TrySaveCursorAsync(new DeliveryCursor("s", 9, Make.At), "delivery:s", "two", default));
        Assert.True(await Operations.TryHoldLeaseAsync("delivery:s", "two", Make.At.AddMinutes(1), Make.At.AddMinutes(2), default));
        Assert.True(await Operations.TrySaveCursorAsync(new DeliveryCursor("s", 7, Make.At), "delivery:s", "two", default));
        Assert.False(await Operations.TrySaveCursorAsync(new DeliveryCursor("s", 5, Make.At), "delivery:s", "one", default));

        Assert.Equal(7, (await Operations.FindCursorAsync("s", default))!.Sequence);
    }

    [StorageFact]
    public async Task What_a_subscription_was_told_is_found_by_citizen_and_by_foreign_key()
    {
        var told = new ToldCitizen("crm", new GoldenId(7), 3, Inside: true, "f-7", "{\"emails\":\"h\"}", Make.At);
        await Operations.SaveToldAsync(told with { Version = 2 }, default);
        await Operations.SaveToldAsync(told, default);
        await Operations.SaveToldAsync(told with { Golden = new GoldenId(9), ForeignKey = null, Inside = false }, default);
        await Operations.SaveToldAsync(told with { Subscription = "other", ForeignKey = "f-8" }, default);

        Assert.Equal([told], await Operations.FindToldAsync("crm", [new GoldenId(7), new GoldenId(8)], default));
        Assert.Equal(told, await Operations.FindToldByForeignKeyAsync("crm", "f-7", default));
        Assert.Null(await Operations.FindToldByForeignKeyAsync("crm", "f-8", default));
        Assert.Equal([7L, 9L], (await Operations.ListToldAsync("crm", null, 10, default)).Select(row => row.Golden.Value));
        Assert.Equal([9L], (await Operations.ListToldAsync("crm", new GoldenId(7), 10, default)).Select(row => row.Golden.Value));
    }

    [StorageFact]
    public async Task A_removed_document_is_found_by_name_so_that_it_can_come_back()
    {
        await Operations.SaveDocumentAsync(new DocumentRow("subscription", "s", 1, "a", Make.At, "x"), default);
        await Operations.SaveDocumentAsync(new DocumentRow("subscription", "s", 2, "b", Make.At, "x", Removed: true), default);

        Assert.Equal(2, (await Operations.FindDocumentAsync("subscription", "s", default))!.Version);
        Assert.Null(await Operations.FindDocumentAsync("subscription", "t", default));
    }

    [StorageFact]
    public async Task Cursors_and_parked_deliveries_are_kept_by_subscription()
    {
        var parked = new ParkedDelivery("s", 5, ["A", "B"], "http-500", "try later", 3, Make.At);
        await Operations.SaveCursorAsync(new DeliveryCursor("s", 4, Make.At), default);
        await Operations.SaveCursorAsync(new DeliveryCursor("s", 9, Make.At.AddSeconds(1)), default);
        await Operations.SaveParkedAsync(parked, default);
        await Operations.SaveParkedAsync(parked with { Sequence = 2 }, default);
        await Operations.SaveParkedAsync(parked with { Attempts = 4 }, default);

        Assert.Equal(new DeliveryCursor("s", 9, Make.At.AddSeconds(1)), await Operations.FindCursorAsync("s", default));
        Assert.Null(await Operations.FindCursorAsync("S", default));
        var kept = await Operations.ListParkedAsync("s", default);
        Assert.Equal([(2L, 3), (5L, 4)], kept.Select(delivery => (delivery.Sequence, delivery.Attempts)));
        Assert.Equal(["A", "B"], kept[0].Ids);

        Assert.Equal(new ParkedCount(2, Make.At), await Operations.CountParkedAsync("s", default));
        Assert.Equal(new ParkedCount(0, null), await Operations.CountParkedAsync("none", default));
        await Operations.RemoveParkedAsync("s", 2, default);
        Assert.Equal(5, Assert.Single(await Operations.ListParkedAsync("s", default)).Sequence);
    }

    [StorageFact]
    public async Task The_access_log_is_read_newest_first_in_the_order_written()
    {
        AuditRow[] rows = [.. Enumerable.Range(0, 5).Select(i => new AuditRow(Make.At.AddSeconds(i / 3), "agent", $"view-{i}", i % 2 == 0 ? "G1" : null, "welcome", "public-task"))];
        await Operations.AppendAuditAsync(rows[..3], default);
        await Operations.AppendAuditAsync(rows[3..], default);
        await Operations.AppendAuditAsync([], default);

        Assert.Equal(rows.Reverse(), await Operations.ListAuditAsync(null, 0, 10, default));
        Assert.Equal([rows[2]], await Operations.ListAuditAsync("G1", 1, 1, default));
        Assert.Empty(await Operations.ListAuditAsync("g1", 0, 10, default));
    }

    [StorageFact]
    public async Task A_token_is_redeemed_once_and_in_time()
    {
        var token = new TokenRow([1, 2, 3], "ève", "steward", Make.At.AddMinutes(10));
        await Operations.SaveTokenAsync(token, default);
        await Operations.SaveTokenAsync(token with { Hash = [4] }, default);

        var redeemed = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Operations.RedeemTokenAsync([1, 2, 3], Make.At, default)));
        Assert.Equal("ève", Assert.Single(redeemed, row => row is not null)!.Account);
        Assert.Null(await Operations.RedeemTokenAsync([4], Make.At.AddMinutes(10), default));
        Assert.Null(await Operations.RedeemTokenAsync([9], Make.At, default));
    }

    [StorageFact]
    public async Task A_lease_is_held_by_one_until_it_ends()
    {
        Assert.True(await HoldAsync("node-1", 0, 30));
        Assert.False(await HoldAsync("node-2", 10, 40));
        Assert.True(await HoldAsync("node-1", 20, 50));
        Assert.False(await HoldAsync("node-2", 50, 80));
        Assert.True(await HoldAsync("node-2", 51, 80));
        Assert.False(await HoldAsync("node-1", 60, 90));

        var racers = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Operations.TryHoldLeaseAsync("race", $"node-{i}", Make.At, Make.At.AddSeconds(30), default)));
        Assert.Single(racers, won => won);

        Task<bool> HoldAsync(string holder, int from, int until) =>
            Operations.TryHoldLeaseAsync("writer", holder, Make.At.AddSeconds(from), Make.At.AddSeconds(until), default);
    }
}
