using System.Collections.Concurrent;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Hub.Scheduling;

namespace IntegrationHub.Host.Node;

/// <summary>The connections of a serving node: each runs by its schedule or when somebody asks.</summary>
public sealed class ConnectionBoard(HubNode node) : BackgroundService
{
    private const string Paused = "connection-pause";

    private readonly ConcurrentDictionary<string, (ConfiguredConnection Connection, ScheduledConnection Schedule)> _running = new(StringComparer.Ordinal);

    /// <summary>In name order.</summary>
    public IReadOnlyList<(ConfiguredConnection Connection, ScheduledConnection Schedule)> All =>
        [.. _running.Values.OrderBy(c => c.Connection.Name, StringComparer.Ordinal)];

    public bool TryFind(string name, out (ConfiguredConnection Connection, ScheduledConnection Schedule) found) => _running.TryGetValue(name, out found);

    /// <summary>Every depth that was checked; ends after the first that fails.</summary>
    public async Task<IReadOnlyList<CheckResult>> CheckAsync(ConfiguredConnection connection, CancellationToken cancellationToken)
    {
        var context = connection.Context(node.Settings.Data, node.Clock, node.Logs.CreateLogger(connection.Connector.Manifest.Name));
        return await connection.Connector.CheckAsync(connection.Settings, context, CheckDepth.Permissions, cancellationToken).ToListAsync(cancellationToken);
    }

    /// <summary>Stops what runs by itself; it stays so over a restart of the hub.</summary>
    /// <param name="name">The connection.</param>
    /// <param name="paused">False resumes it.</param>
    /// <param name="stop">Also ends the run under way after its page.</param>
    /// <param name="by">Who asked.</param>
    /// <param name="cancellationToken">Stops waiting for the store.</param>
    public async Task PauseAsync(string name, bool paused, bool stop, string by, CancellationToken cancellationToken)
    {
        await node.Configuration.SaveAsync(Paused, name, paused ? "paused" : "running", by, cancellationToken);
        var schedule = _running[name].Schedule;
        if (paused)
        {
            schedule.Pause(stop);
        }
        else
        {
            schedule.Resume();
        }
    }

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        var paused = (await node.Stores.Operations.ListDocumentsAsync(Paused, cancellationToken)).Where(row => row.Text == "paused").Select(row => row.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var connection in await node.Configuration.ReadAsync(cancellationToken))
        {
            var last = await node.Stores.Operations.ListRunsAsync(connection.Name, 0, 1, cancellationToken);
            var schedule = new ScheduledConnection(
                connection.Document, (approved, token) => node.RunAsync(connection, approved, null, token), node.Clock, node.Logs.CreateLogger<ScheduledConnection>(),
                last is [var run] ? run.StartedAt : null);
            if (paused.Contains(connection.Name) || !connection.Runs)
            {
                schedule.Pause(stop: false);
            }

            _running[connection.Name] = (connection, schedule);
        }

        await base.StartAsync(cancellationToken);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(_running.Values.Select(c => c.Schedule.RunAsync(stoppingToken)));
}
