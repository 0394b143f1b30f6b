using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Hub.Ingestion;
using IntegrationHub.Mdm.Registry.Storing;
using IntegrationHub.Tests.Hub.Fakes;

namespace IntegrationHub.Tests.Hub.Ingestion;

public sealed class Keeping_what_cannot_be_used : IAsyncLifetime
{
    private HubRig _hub = null!;

    public async Task InitializeAsync() => _hub = await HubRig.StartAsync();

    public async Task DisposeAsync() => await _hub.DisposeAsync();

    [Fact]
    public async Task The_good_records_are_in_and_the_bad_ones_in_quarantine_with_the_reason()
    {
        var end = await _hub.RunAsync("crm", Villagers.Record("a", 1), Villagers.Odd("b", 2));

        Assert.Equal((RunState.Partial, 1L, 1L), (end.Row.State, end.Row.Created, end.Row.Quarantined));
        var row = Assert.Single(await QuarantineAsync());
        Assert.Equal(("b", "name.missing", true, end.Row.RunId), (row.Key, row.Code, row.Parsed, row.RunId));
    }

    [Fact]
    public async Task A_file_that_is_all_bad_fails_clearly_and_loses_nothing()
    {
        var rejected = new RejectedRecord("people.csv:3", "csv.quote-never-closed", "\"x;y"u8.ToArray());

        var end = await _hub.RunAsync("crm", new ListSource([Villagers.Odd("a", 1), Villagers.Odd("b", 2)]) { Rejected = [rejected] });

        Assert.Equal((RunState.Failed, "run.nothing-usable", 3L), (end.Row.State, end.Row.FailureCode, end.Row.Quarantined));
        Assert.Contains("replay", end.Row.FailureDetail, StringComparison.Ordinal);
        Assert.Equal(3, (await QuarantineAsync()).Count);
    }

    [Fact]
    public async Task After_the_mapping_is_mended_a_replay_brings_the_records_in_once()
    {
        await _hub.RunAsync("crm", Villagers.Odd("a", 1), Villagers.Odd("b", 2), Villagers.Record("c", 3));
        var ids = (await QuarantineAsync()).Select(row => row.Id).ToList();

        var still = await _hub.Replay.ReplayAsync("crm", Villagers.Map, ids, default);
        var mended = await _hub.Replay.ReplayAsync("crm", Villagers.MapMended, ids, default);
        var again = await _hub.Replay.ReplayAsync("crm", Villagers.MapMended, ids, default);

        Assert.Equal((RunState.Failed, 2L), (still.Row.State, still.Row.Quarantined));
        Assert.Equal((RunState.Succeeded, 2L), (mended.Row.State, mended.Row.Created));
        Assert.Equal(0, again.Row.Read);
        Assert.Empty(await QuarantineAsync());
        Assert.Equal(2, (await _hub.Reader.ListQuarantineAsync("crm", replayed: true, 0, 10, default)).Count);
        Assert.Equal(3, (await _hub.Reader.CountAsync(default)).Records);
    }

    [Fact]
    public async Task A_replayed_record_does_not_overtake_a_later_version()
    {
        await _hub.RunAsync("crm", Villagers.Odd("a", 1));
        var id = (await QuarantineAsync())[0].Id;
        await _hub.RunAsync("crm", new ListSource([.. Villagers.Records("x", 10), Villagers.Record("a", 5, version: 2)]));

        var end = await _hub.Replay.ReplayAsync("crm", Villagers.MapMended, [id], default);

        Assert.Equal((1L, 0L, 0L), (end.Row.Unchanged, end.Row.Created, end.Row.Updated));
    }

    [Fact]
    public async Task A_mapping_that_breaks_costs_only_its_record()
    {
        var end = await _hub.RunAsync(
            "crm",
            new ListSource(Villagers.Records("crm", 3)),
            map: (connection, record, at) => record.Key == "crm-1" ? throw new InvalidOperationException("Kervadec") : Villagers.Map(connection, record, at));

        Assert.Equal((RunState.Partial, 2L), (end.Row.State, end.Row.Created));
        Assert.Equal("mapping.broken", Assert.Single(await QuarantineAsync()).Code);
    }

    [Fact]
    public async Task The_same_bad_record_read_again_is_one_row()
    {
        await _hub.RunAsync("crm", Villagers.Odd("a", 1));
        await _hub.RunAsync("crm", new ListSource([.. Villagers.Records("x", 10), Villagers.Odd("a", 1)]));

        Assert.Single(await QuarantineAsync());
    }

    [Fact]
    public async Task A_body_that_could_not_be_parsed_expires()
    {
        var rejected = new RejectedRecord("people.csv:3", "csv.quote-never-closed", "\"x;y"u8.ToArray());

        await _hub.RunAsync("crm", new ListSource([Villagers.Record("a", 1)]) { Rejected = [rejected] });

        var row = Assert.Single(await QuarantineAsync());
        Assert.False(row.Parsed);
        Assert.Equal(row.At.AddDays(30), row.ExpiresAt);
    }

    private Task<IReadOnlyList<QuarantineRow>> QuarantineAsync() => _hub.Reader.ListQuarantineAsync("crm", replayed: false, 0, 100, default);
}
