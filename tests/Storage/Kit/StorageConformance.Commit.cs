using System.Text;

namespace IntegrationHub.Tests.Storage.Kit;

public abstract partial class StorageConformance
{
    [StorageFact]
    public async Task A_new_store_starts_at_zero_with_an_id_key_that_stays()
    {
        var state = await _stores.Store.LoadStateAsync(default);
        await ReopenAsync();
        var again = await _stores.Store.LoadStateAsync(default);

        Assert.Equal((0L, 0, 0, 0L, 0L), (state.Page, state.LastRecordId, state.LastPartId, state.GoldenCount, state.LastChange));
        Assert.Equal(32, state.IdKey.Length);
        Assert.Equal(state.IdKey, again.IdKey);
        Assert.Equal(state.Epoch + 1, again.Epoch);
    }

    [StorageFact]
    public async Task Counters_are_committed_with_the_page()
    {
        await _writer.CommitAsync(Writer.Page with { Records = [Make.Record(7, "a")], Goldens = [Make.Golden(10)], Changes = [Make.Change(1, 10)] });
        await ReopenAsync();

        var state = await _stores.Store.LoadStateAsync(default);
        Assert.Equal((1L, 7, 1L, 1L), (state.Page, state.LastRecordId, state.GoldenCount, state.LastChange));
    }

    [StorageFact]
    public async Task A_writer_that_was_taken_over_is_fenced_and_writes_nothing()
    {
        await _writer.CommitAsync(Writer.Page with { Records = [Make.Record(1, "a")] });
        await using var standby = await _host.OpenAsync();
        var successor = await Writer.TakeOverAsync(standby.Store);

        await Assert.ThrowsAsync<FencedException>(() => _writer.CommitAsync(Writer.Page with { Records = [Make.Record(2, "b")] }));
        await successor.CommitAsync(Writer.Page with { Records = [Make.Record(2, "c")] });
        await Assert.ThrowsAsync<FencedException>(() => _writer.CommitAsync(Writer.Page with { Records = [Make.Record(3, "d")] }));

        var found = await _stores.Store.FindRecordsAsync([new("crm", "b"), new("crm", "c"), new("crm", "d")], default);
        Assert.Equal("c", Assert.Single(found).Record.Key.Key);
    }

    [StorageFact]
    public async Task A_page_that_is_not_the_next_one_is_refused()
    {
        var page = Writer.Page with { Records = [Make.Record(1, "a")] };
        var commit = _writer.Next(page);
        await _stores.Store.CommitAsync(commit, default);

        await Assert.ThrowsAsync<FencedException>(() => _stores.Store.CommitAsync(commit, default));
        Assert.Equal(1, (await _stores.Store.LoadStateAsync(default)).Page);
    }

    [StorageFact]
    public async Task A_commit_that_fails_in_its_middle_leaves_nothing_and_the_next_one_works()
    {
        await _writer.CommitAsync(Writer.Page with { Records = [Make.Record(1, "a")], Goldens = [Make.Golden(10)], Changes = [Make.Change(1, 10)] });
        var before = await ContentAsync();

        // The change is about a golden record nobody wrote: found out after records, parts and golden versions were written.
        var broken = Writer.Page with
        {
            Records = [Make.Record(2, "b", connection: "new-one"), Make.Record(1, "a", "x", revision: 2)],
            Parts = [Make.Part(1, 2, "b", 11)],
            Goldens = [Make.Golden(11), Make.Golden(10, version: 2)],
            Changes = [Make.Change(2, 99)],
            Quarantine = [Make.Quarantined("q")],
            Checkpoint = new CheckpointRow("crm", "line 7", Make.At),
        };
        await Assert.ThrowsAnyAsync<InvalidOperationException>(() => _writer.CommitAsync(broken));
        Assert.Equal(before, await ContentAsync());

        // A duplicate record key is found out by the database itself, in the middle of the rows.
        await Assert.ThrowsAnyAsync<Exception>(() => _writer.CommitAsync(Writer.Page with { Records = [Make.Record(2, "b"), Make.Record(3, "a")], Checkpoint = new CheckpointRow("crm", "line 8", Make.At) }));
        Assert.Equal(before, await ContentAsync());

        await _writer.CommitAsync(broken with { Changes = [Make.Change(2, 11)] });
        Assert.Equal("line 7", (await _stores.Reader.FindCheckpointAsync("crm", default))?.Value);
        Assert.Equal(1, await _stores.Reader.CountRecordsAsync("new-one", default));
    }

    [StorageFact]
    public async Task Readers_see_the_last_committed_page_while_another_is_written()
    {
        await _writer.CommitAsync(Writer.Page with { Records = [Make.Record(1, "k1")], Goldens = [Make.Golden(1)], Changes = [Make.Change(1, 1)] });
        using var stop = new CancellationTokenSource();
        var torn = 0;
        var reads = 0;
        var reader = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                var state = await _stores.Store.LoadStateAsync(default);
                var changes = await _stores.Reader.ReadChangesAsync(0, 1000, default);
                torn += changes.Count < state.LastChange ? 1 : 0;
                reads++;
            }
        });
        for (var page = 2; page <= 25; page++)
        {
            await _writer.CommitAsync(Writer.Page with { Records = [Make.Record(page, $"k{page}")], Goldens = [Make.Golden(page)], Changes = [Make.Change(page, page)] });
        }

        await stop.CancelAsync();
        await reader;
        Assert.True(reads > 0);
        Assert.Equal(0, torn);
    }

    [StorageFact]
    public async Task What_was_committed_is_there_after_an_abrupt_end()
    {
        await _writer.CommitAsync(Writer.Page with { Records = [Make.Record(1, "a", "kept")], Checkpoint = new CheckpointRow("crm", "line 1", Make.At) });
        await ListAsync(_stores.Store.ReadSuppressedAsync(default));

        // The first store is never closed: the second one opens beside what it left.
        await using var second = await _host.OpenAsync();
        Assert.Equal("kept", Encoding.UTF8.GetString(Assert.Single(await second.Store.FindRecordsAsync([new("crm", "a")], default)).Record.Body.Span));
        Assert.Equal("line 1", (await second.Reader.FindCheckpointAsync("crm", default))?.Value);
    }

    [StorageFact]
    public async Task Large_and_ugly_values_pass_unchanged()
    {
        var text = new string('é', 1_000_000);
        const string ugly = "NUL \0, quote ', \"; slash \\ and 😀 \u2028";
        var citizen = Make.Person(ugly, text);
        var body = Encoding.UTF8.GetBytes(text + ugly);
        await _writer.CommitAsync(Writer.Page with
        {
            Records = [Make.Record(1, "a") with { Body = body, Version = new SourceVersion(long.MinValue, ugly), ContentHash = UInt128.MaxValue }],
            Parts = [Make.Part(1, 1, "a", 10, citizen, part: ugly)],
            Goldens = [Make.Golden(10, citizen, members: new PartKey("crm", "a", ugly)) with { Overrides = ugly }],
            Changes = [Make.Change(1, 10) with { Reason = ugly, Attributes = [ugly] }],
            Checkpoint = new CheckpointRow("crm", ugly, DateTimeOffset.MaxValue.AddTicks(-9)),
        });

        var stored = Assert.Single(await _stores.Store.FindRecordsAsync([new("crm", "a")], default));
        Assert.True(stored.Record.Body.Span.SequenceEqual(body));
        Assert.Equal((new SourceVersion(long.MinValue, ugly), UInt128.MaxValue), (stored.Record.Version, stored.Record.ContentHash));
        Assert.Equal((ugly, text, ugly), (stored.Parts[0].Citizen.BirthName, stored.Parts[0].Citizen.GivenNames[0], stored.Parts[0].Key.Part));
        Assert.Equal(ugly, (await _stores.Reader.FindGoldenAsync(new GoldenId(10), default))?.Overrides);
        Assert.Equal(ugly, (await _stores.Reader.ReadChangesAsync(0, 1, default))[0].Reason);
        Assert.Equal(ugly, (await _stores.Reader.FindCheckpointAsync("crm", default))?.Value);
    }

    private async Task<string> ContentAsync()
    {
        var state = await _stores.Store.LoadStateAsync(default);
        var counts = await _stores.Reader.CountAsync(default);
        var records = await _stores.Store.FindRecordsAsync([new("crm", "a"), new("crm", "b"), new("new-one", "b")], default);
        var goldens = await ListAsync(_stores.Reader.ReadAllGoldensAsync(default));
        var checkpoint = await _stores.Reader.FindCheckpointAsync("crm", default);
        return $"{state with { IdKey = [] }} {counts} {string.Join(';', records.Select(record => Same.Text(record.Record)))} {string.Join(';', goldens.Select(Same.Text))} {checkpoint}";
    }
}
