using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Mdm.Registry.Storing;
using IntegrationHub.Tests.Hub.Fakes;

namespace IntegrationHub.Tests.Hub.Ingestion;

/// <summary>A connection of 100 records with a brake at 20 %.</summary>
public sealed class Braking_a_run : IAsyncLifetime
{
    private HubRig _hub = null!;

    public async Task InitializeAsync()
    {
        _hub = await HubRig.StartAsync();
        await _hub.RunAsync("crm", new ListSource(Villagers.Records("crm", 100)));
    }

    public async Task DisposeAsync() => await _hub.DisposeAsync();

    [Fact]
    public async Task A_run_that_would_delete_too_much_is_held_and_goes_on_once_approved()
    {
        var source = Behind([.. Enumerable.Range(0, 60).Select(i => Villagers.Deletion($"crm-{i}", 2))]);

        var held = await _hub.RunAsync("crm", source);
        var left = (await _hub.Reader.CountRecordsAsync("crm", default));
        var approved = await _hub.RunAsync("crm", source, approved: true);

        Assert.Equal((RunState.Held, "run.held"), (held.Row.State, held.Row.FailureCode));
        Assert.Equal(100 - held.Row.Deleted, left);
        Assert.InRange(held.Row.Deleted, 0, 20);
        Assert.Equal((RunState.Succeeded, 60), (approved.Row.State, approved.Row.Deleted + held.Row.Deleted));
    }

    [Fact]
    public async Task A_run_that_would_change_too_much_is_held()
    {
        var held = await _hub.RunAsync("crm", Behind(Villagers.Records("crm", 60, version: 2, suffix: "x")));

        Assert.Equal(RunState.Held, held.Row.State);
        Assert.InRange(held.Row.Updated, 0, 20);
    }

    [Fact]
    public async Task Records_read_again_unchanged_do_not_brake()
    {
        var end = await _hub.RunAsync("crm", Behind(Villagers.Records("crm", 100, version: 2)));

        Assert.Equal((RunState.Succeeded, 100L), (end.Row.State, end.Row.Unchanged));
    }

    [Fact]
    public async Task New_records_and_few_changes_do_not_brake()
    {
        var end = await _hub.RunAsync("crm", Behind([.. Villagers.Records("crm", 15, version: 2, suffix: "x"), .. Villagers.Records("new", 200, first: 300)]));

        Assert.Equal((RunState.Succeeded, 15L, 200L), (end.Row.State, end.Row.Updated, end.Row.Created));
    }

    // The checkpoint of the first run stands at 100.
    private static ListSource Behind(IReadOnlyList<SourceRecord> records) => new([.. Villagers.Records("crm", 100), .. records]);
}
