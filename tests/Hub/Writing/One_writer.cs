using IntegrationHub.Hub.Writing;
using IntegrationHub.Mdm.Registry.Storing;
using IntegrationHub.Tests.Hub.Fakes;

namespace IntegrationHub.Tests.Hub.Writing;

public sealed class One_writer
{
    [Fact]
    public async Task Of_two_hubs_on_one_registry_the_older_cannot_write()
    {
        await using var older = await HubRig.StartAsync();
        await older.RunAsync("crm", Villagers.Records("crm", 5));
        await using var newer = await HubRig.StartAsync(older.Folder);
        await newer.RunAsync("school", Villagers.Records("school", 5));

        var late = await older.RunAsync("ged", Villagers.Records("ged", 5));

        Assert.Equal((RunState.Failed, "writer.unavailable", 0L), (late.Row.State, late.Row.FailureCode, late.Row.Read));
        await older.Writing.WaitAsync(TimeSpan.FromSeconds(90));
        Assert.Equal(WriterState.Stopped, older.Writer.State);
        await Assert.ThrowsAsync<WriterUnavailableException>(() => older.Writer.DoAsync((_, _) => Task.FromResult(1), default));
        Assert.Equal(10, (await newer.Reader.CountAsync(default)).Records);
        Assert.Equal(RunState.Succeeded, (await newer.RunAsync("ged", Villagers.Records("ged", 5))).Row.State);
    }

    [Fact]
    public async Task A_standby_takes_over_when_the_lease_runs_out()
    {
        var folder = Directory.CreateTempSubdirectory("hub-tests-").FullName;
        var clock = new ManualClock();
        var active = await HubRig.StartAsync(folder, node: "one", clock: clock);
        await active.RunAsync("crm", Villagers.Records("crm", 5));
        await using var standby = await HubRig.StartAsync(folder, node: "two", clock: clock);
        await UntilAsync(() => standby.Writer.State == WriterState.Standby);
        Assert.Null(standby.Writer.Registry);
        await Assert.ThrowsAsync<WriterUnavailableException>(() => standby.Writer.DoAsync((_, _) => Task.FromResult(1), default));

        await active.DisposeAsync();
        clock.Advance(WriterLease.Time + TimeSpan.FromSeconds(1));
        await UntilAsync(() => standby.Writer.State == WriterState.Active);

        Assert.Equal(RunState.Succeeded, (await standby.RunAsync("school", Villagers.Records("school", 7))).Row.State);
        Assert.Equal(12, (await standby.Reader.CountAsync(default)).Records);
        await standby.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_commit_that_happened_although_the_answer_was_lost_counts_once()
    {
        FailingStore? store = null;
        await using var hub = await HubRig.StartAsync(wrap: inner => store = new FailingStore(inner));
        store!.After = new TimeoutException("no answer");

        var end = await hub.RunAsync("crm", Villagers.Records("crm", 30));

        Assert.Equal((RunState.Succeeded, 30L), (end.Row.State, end.Row.Created));
        await using var other = await HubRig.StartAsync();
        await other.RunAsync("crm", Villagers.Records("crm", 30));
        Assert.Equal(await other.ExportAsync(), await hub.ExportAsync());
    }

    [Fact]
    public async Task A_full_disk_fails_the_run_clearly_and_it_goes_on_when_there_is_space()
    {
        FailingStore? store = null;
        await using var hub = await HubRig.StartAsync(wrap: inner => store = new FailingStore(inner));
        await hub.RunAsync("crm", Villagers.Records("crm", 10));
        store!.Before = new IOException("No space left on device", 28);

        var full = await hub.RunAsync("crm", new ListSource(Villagers.Records("crm", 40)));
        store.Before = null;
        var end = await hub.RunAsync("crm", new ListSource(Villagers.Records("crm", 40)));

        Assert.Equal((RunState.Failed, "store.full"), (full.Row.State, full.Row.FailureCode));
        Assert.Contains("free space", full.Row.FailureDetail, StringComparison.Ordinal);
        Assert.Equal((RunState.Succeeded, 30L), (end.Row.State, end.Row.Created));
    }

    [Fact]
    public async Task Progress_is_the_time_of_the_last_work()
    {
        var clock = new ManualClock();
        await using var hub = await HubRig.StartAsync(clock: clock);
        await hub.Writer.DoAsync((_, _) => Task.FromResult(1), default);

        // While a job is at work the one before has been counted, and nothing else is.
        var (before, meanwhile) = await hub.Writer.DoAsync((_, _) =>
        {
            var counted = hub.Writer.ProgressAt;
            clock.Advance(TimeSpan.FromMinutes(3));
            return Task.FromResult((counted, hub.Writer.ProgressAt));
        }, default);
        await hub.Writer.DoAsync((_, _) => Task.FromResult(1), default);

        Assert.Equal(before, meanwhile);
        Assert.Equal(TimeSpan.FromMinutes(3), hub.Writer.ProgressAt - before);
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        while (!condition())
        {
            await Task.Delay(10, patience.Token);
        }
    }
}
