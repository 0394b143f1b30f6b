using IntegrationHub.Connectors.Abstractions.Connections;
using IntegrationHub.Host.Node;
using IntegrationHub.Host.Serving;
using IntegrationHub.Host.Settings;
using IntegrationHub.Tests.Host.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace IntegrationHub.Tests.Host;

/// <summary>What is kept and what runs stay one, whoever hangs up and whatever else is changed meanwhile.</summary>
public sealed class Changing_what_runs : IAsyncLifetime
{
    private const string Mapping = "mapping: gens\nrecord: { key: id }\ncitizen: { birthName: nom, givenNames: prenom }\n";

    private readonly string _folder = Shell.Folder();
    private readonly InterruptingClock _clock = new();
    private HubNode _node = null!;
    private WebApplication _app = null!;
    private ConnectionBoard _board = null!;

    public async Task InitializeAsync()
    {
        Shell.Write(_folder, "gens.csv", "id;nom;prenom\n1;Dubois;Ana\n");
        var settings = new HostSettings { Data = _folder, Listen = new Uri("http://127.0.0.1:0"), Siret = Siret.Parse("21330063500017") };
        _node = await HubNode.OpenAsync(settings, _clock, NullLoggerFactory.Instance, CancellationToken.None);
        _app = HubServer.Build(_node, logging => logging.ClearProviders());
        await _app.StartAsync();
        _board = _app.Services.GetRequiredService<ConnectionBoard>();
        await _board.SaveMappingAsync("gens", Mapping, dryRun: false, "test", CancellationToken.None);
        await _board.SaveAsync("gens", Connection(), dryRun: false, "test", CancellationToken.None);
    }

    [Fact]
    public async Task A_connection_whose_client_hangs_up_in_the_middle_runs_by_what_was_kept()
    {
        using var request = new CancellationTokenSource();
        var changed = Connection("schedule: 30 2 * * *\n");

        await _clock.WhenAskedAsync(request.Cancel, () => _board.SaveAsync("gens", changed, dryRun: false, "test", request.Token));

        Assert.True(request.IsCancellationRequested);
        Assert.Equal(changed, (await _node.Configuration.FindTextAsync(ConfigurationStore.Connections, "gens", default))!.Text);
        Assert.Equal(changed, Running()!.Value.Connection.Text);
    }

    [Fact]
    public async Task A_mapping_whose_client_hangs_up_in_the_middle_is_read_by()
    {
        using var request = new CancellationTokenSource();
        var changed = Mapping.Replace("birthName", "usageName", StringComparison.Ordinal);

        await _clock.WhenAskedAsync(request.Cancel, async () =>
        {
            await _board.SaveMappingAsync("gens", changed, dryRun: false, "test", request.Token);
            return true;
        });

        Assert.True(request.IsCancellationRequested);
        Assert.Equal(changed, Running()!.Value.Connection.MappingText);
    }

    [Fact]
    public async Task A_removal_whose_client_hangs_up_in_the_middle_is_whole()
    {
        using var request = new CancellationTokenSource();
        await _board.PauseAsync("gens", paused: true, stop: false, "test", CancellationToken.None);

        await _clock.WhenAskedAsync(request.Cancel, async () =>
        {
            await _board.RemoveAsync("gens", "test", request.Token);
            return true;
        });

        Assert.True(request.IsCancellationRequested);
        Assert.Null(Running());
        Assert.Null(await _node.Configuration.FindTextAsync(ConfigurationStore.Connections, "gens", default));
        Assert.Null(await _node.Configuration.FindTextAsync("connection-pause", "gens", default));
    }

    [Fact]
    public async Task A_change_is_checked_against_what_the_one_before_it_left()
    {
        var changed = Mapping.Replace("birthName", "usageName", StringComparison.Ordinal);
        var scheduled = Connection("schedule: 30 2 * * *\n");
        var saving = Task.CompletedTask;

        await WhileChangingAsync(async () =>
        {
            saving = _board.SaveAsync("gens", scheduled, dryRun: false, "test", CancellationToken.None);
            await _node.Configuration.SaveAsync(ConfigurationStore.Mappings, "gens", changed, "test", CancellationToken.None);
        });
        await saving;

        Assert.Equal((scheduled, changed), (Running()!.Value.Connection.Text, Running()!.Value.Connection.MappingText));
    }

    [Fact]
    public async Task A_mapping_sent_while_its_connection_goes_does_not_bring_it_back()
    {
        var (removing, saving) = (Task.CompletedTask, Task.CompletedTask);

        await WhileChangingAsync(() =>
        {
            removing = _board.RemoveAsync("gens", "test", CancellationToken.None);
            saving = _board.SaveMappingAsync("gens", Mapping.Replace("birthName", "usageName", StringComparison.Ordinal), dryRun: false, "test", CancellationToken.None);
            return Task.CompletedTask;
        });
        await Task.WhenAll(removing, saving);

        Assert.Null(Running());
    }

    [Fact]
    public async Task A_pause_of_a_connection_that_goes_meanwhile_is_not_kept_for_the_next_of_its_name()
    {
        var (removing, pausing) = (Task.CompletedTask, Task.FromResult(true));

        await WhileChangingAsync(() =>
        {
            removing = _board.RemoveAsync("gens", "test", CancellationToken.None);
            pausing = _board.PauseAsync("gens", paused: true, stop: false, "test", CancellationToken.None);
            return Task.CompletedTask;
        });
        await removing;

        Assert.False(await pausing);
        Assert.Null(await _node.Configuration.FindTextAsync("connection-pause", "gens", default));
    }

    [Fact]
    public async Task The_same_document_once_more_leaves_the_schedule_alone_and_what_another_process_kept_does_not_count_as_the_same()
    {
        var schedule = Running()!.Value.Schedule;
        await _board.SaveAsync("gens", Connection(), dryRun: false, "test", CancellationToken.None);
        await _board.SaveMappingAsync("gens", Mapping, dryRun: false, "test", CancellationToken.None);

        Assert.Same(schedule, Running()!.Value.Schedule);

        var changed = Connection("schedule: 30 2 * * *\n");
        await _node.Configuration.SaveAsync(ConfigurationStore.Connections, "gens", changed, "folder", CancellationToken.None);
        await _board.SaveAsync("gens", changed, dryRun: false, "test", CancellationToken.None);

        Assert.Equal(changed, Running()!.Value.Connection.Text);
    }

    public async Task DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        await _node.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private Task WhileChangingAsync(Func<Task> work) => _node.Gate.ChangeAsync(async () =>
    {
        await work();
        return true;
    }, CancellationToken.None);

    private (ConfiguredConnection Connection, Hub.Scheduling.ScheduledConnection Schedule)? Running() => _board.TryFind("gens", out var found) ? found : null;

    private string Connection(string more = "") => $"name: gens\nconnector: csv\ncontroller: \"21330063500017\"\n{more}settings: {"{"} path: \"{_folder}/gens.csv\", key: [id] {"}"}\n";
}
