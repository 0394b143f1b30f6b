using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Hub.Ingestion;
using IntegrationHub.Mdm.Registry.Storing;
using IntegrationHub.Tests.Hub.Fakes;

namespace IntegrationHub.Tests.Hub.Ingestion;

public sealed class Running_a_connection : IAsyncLifetime
{
    private HubRig _hub = null!;

    public async Task InitializeAsync() => _hub = await HubRig.StartAsync();

    public async Task DisposeAsync() => await _hub.DisposeAsync();

    [Fact]
    public async Task Records_end_as_golden_records_changes_and_a_checkpoint()
    {
        var source = new ListSource(Villagers.Records("crm", 25));

        var end = await _hub.RunAsync("crm", source);

        Assert.Equal((RunState.Succeeded, 25L, 25L), (end.Row.State, end.Row.Read, end.Row.Created));
        Assert.Equal("30", (await _hub.Reader.FindCheckpointAsync("crm", default))!.Value);
        Assert.Equal(["10", "20", "30"], source.Committed);
        var counts = await _hub.Reader.CountAsync(default);
        Assert.Equal((25L, _hub.Signal.Last), (counts.Records, counts.Changes));
        Assert.Equal(end.Row, await _hub.Stores.Operations.FindRunAsync(end.Row.RunId, default));
    }

    [Fact]
    public async Task Each_record_of_a_run_tells_how_it_ended()
    {
        var end = await _hub.RunAsync("crm", new ListSource([Villagers.Record("a", 1), Villagers.Odd("b", 2), Villagers.Record("c", 3)]));

        var outcomes = new List<RecordOutcome>();
        await foreach (var page in _hub.Reader.ReadRunAsync(end.Row.RunId, default))
        {
            outcomes.AddRange(page.Outcomes);
        }

        Assert.Equal([("a", OutcomeKind.Created), ("c", OutcomeKind.Created), ("b", OutcomeKind.Quarantined)], outcomes.Select(outcome => (outcome.Key, outcome.Kind)));
    }

    [Fact]
    public async Task A_run_that_failed_in_the_middle_goes_on_from_its_checkpoint_and_equals_an_undisturbed_one()
    {
        var records = Villagers.Records("crm", 60);
        var source = new ListSource(records) { Fails = (30, new Failure(FailureKind.Passing, "http.503", "down")) };

        var broken = await _hub.RunAsync("crm", source);
        source.Fails = null;
        var resumed = await _hub.RunAsync("crm", source);

        Assert.Equal((RunState.Failed, "http.503", 30L), (broken.Row.State, broken.Row.FailureCode, broken.Row.Created));
        Assert.Equal((RunState.Succeeded, 30L), (resumed.Row.State, resumed.Row.Created));
        await using var other = await HubRig.StartAsync();
        await other.RunAsync("crm", new ListSource(records));
        Assert.Equal(await other.ExportAsync(), await _hub.ExportAsync());
    }

    [Fact]
    public async Task Two_sources_at_once_end_in_the_partition_and_values_of_one_after_the_other()
    {
        var (crm, school) = (Villagers.Records("crm", 120), Villagers.Records("school", 120, first: 40));

        await Task.WhenAll(_hub.RunAsync("crm", new ListSource(crm, 7)), _hub.RunAsync("school", new ListSource(school, 11)));

        await using var other = await HubRig.StartAsync();
        await other.RunAsync("school", school);
        await other.RunAsync("crm", crm);
        var partition = await _hub.PartitionAsync();
        Assert.Equal(await other.PartitionAsync(), partition);
        Assert.InRange(partition.Count, 100, 200);
        var changes = await _hub.Reader.ReadChangesAsync(0, 10_000, default);
        Assert.Equal(Enumerable.Range(1, changes.Count).Select(i => (long)i), changes.Select(change => change.Sequence));
    }

    [Fact]
    public async Task A_stopped_run_ends_as_failed_and_says_that_it_goes_on()
    {
        using var stop = new CancellationTokenSource();
        var intake = new Intake { Connection = "crm", Source = new ListSource(Villagers.Records("crm", 200), 1), Map = Villagers.Map };

        var end = await _hub.Pipeline.RunAsync(intake, _ => stop.Cancel(), stop.Token);

        Assert.Equal((RunState.Failed, "run.stopped"), (end.Row.State, end.Row.FailureCode));
        Assert.InRange(end.Row.Read, 1, 199);
    }

    [Fact]
    public async Task Runs_that_a_crash_cut_off_are_closed_when_the_hub_is_back()
    {
        var run = await _hub.Journal.StartAsync("crm", default);

        await _hub.Journal.CloseInterruptedAsync(default);

        var row = await _hub.Stores.Operations.FindRunAsync(run.Id, default);
        Assert.Equal((RunState.Failed, RunJournal.Interrupted), (row!.State, row.FailureCode));
    }
}
