using System.Collections.Concurrent;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Abstractions.Connections;
using IntegrationHub.Connectors.Abstractions.Documents;
using IntegrationHub.Hub.Scheduling;
using IntegrationHub.Hub.Subscriptions;

namespace IntegrationHub.Host.Node;

/// <summary>The connections of a serving node: each runs by its schedule or when somebody asks.</summary>
public sealed class ConnectionBoard(HubNode node) : IHostedService, IDisposable
{
    private const string Paused = "connection-pause";

    private readonly ConcurrentDictionary<string, Entry> _running = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _stop = new();

    /// <summary>In name order.</summary>
    public IReadOnlyList<(ConfiguredConnection Connection, ScheduledConnection Schedule)> All =>
        [.. _running.Values.Select(entry => (entry.Connection, entry.Schedule)).OrderBy(c => c.Connection.Name, StringComparer.Ordinal)];

    public bool TryFind(string name, out (ConfiguredConnection Connection, ScheduledConnection Schedule) found)
    {
        var known = _running.TryGetValue(name, out var entry);
        found = known ? (entry!.Connection, entry.Schedule) : default;
        return known;
    }

    /// <returns>The mapping a connection reads by; null when there is no such connection.</returns>
    public string? FindMapping(string name) => TryFind(name, out var found) ? found.Connection.Document.Mapping ?? name : null;

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
    /// <param name="cancellationToken">Stops the wait for another change; what has begun is done.</param>
    /// <returns>False when there is no such connection.</returns>
    public Task<bool> PauseAsync(string name, bool paused, bool stop, string by, CancellationToken cancellationToken) => node.Gate.ChangeAsync(async () =>
    {
        if (!_running.TryGetValue(name, out var entry))
        {
            return false;
        }

        await node.Configuration.SaveAsync(Paused, name, paused ? "paused" : "running", by, CancellationToken.None);
        if (paused)
        {
            entry.Schedule.Pause(stop);
        }
        else
        {
            entry.Schedule.Resume();
        }

        return true;
    }, cancellationToken);

    /// <summary>Keeps a connection's document and runs it from now on; one that was there ends its page first and goes on at its checkpoint. The same once more changes nothing.</summary>
    /// <returns>True when its trust, or that it holds a person once, counts only from the next start on: both are part of what every value was settled by.</returns>
    /// <exception cref="DocumentException">The document is wrong, or a subscription could not write through the connection any more; nothing was changed.</exception>
    public Task<bool> SaveAsync(string name, string yaml, bool dryRun, string by, CancellationToken cancellationToken)
    {
        return dryRun ? TakeAsync(cancellationToken) : node.Gate.ChangeAsync(() => TakeAsync(CancellationToken.None), cancellationToken);

        async Task<bool> TakeAsync(CancellationToken token)
        {
            var connection = await node.Configuration.BindNamedAsync(name, yaml, token);
            await node.Configuration.CheckSinksAsync([connection], new Dictionary<string, string>(), token);
            var before = _running.GetValueOrDefault(name)?.Connection.Document ?? new ConnectionDocument { Name = name, Connector = connection.Document.Connector, Controller = connection.Document.Controller };
            if (!dryRun)
            {
                await node.Configuration.SaveAsync(ConfigurationStore.Connections, name, yaml, by, token);
                await ReplaceAsync(connection, token);
            }

            return before.Trust != connection.Document.Trust || before.DuplicateFree != connection.Document.DuplicateFree;
        }
    }

    /// <summary>Keeps a mapping; connections that read by it do so from their next page on.</summary>
    /// <exception cref="DocumentException">The mapping is wrong, or a connection or a subscription cannot use it; nothing was changed.</exception>
    public Task SaveMappingAsync(string name, string yaml, bool dryRun, string by, CancellationToken cancellationToken)
    {
        return dryRun ? BindAsync(cancellationToken) : node.Gate.ChangeAsync(async () =>
        {
            var connections = await BindAsync(CancellationToken.None);
            await node.Configuration.SaveAsync(ConfigurationStore.Mappings, name, yaml, by, CancellationToken.None);
            foreach (var connection in connections)
            {
                await ReplaceAsync(connection, CancellationToken.None);
            }

            return connections;
        }, cancellationToken);

        async Task<IReadOnlyList<ConfiguredConnection>> BindAsync(CancellationToken token)
        {
            var connections = await node.Configuration.BindByAsync(name, yaml, token);
            await node.Configuration.CheckSinksAsync(connections, new Dictionary<string, string>(StringComparer.Ordinal) { [name] = yaml }, token);
            return connections;
        }
    }

    /// <summary>Ends a connection: its document is removed, its records and its checkpoint stay.</summary>
    /// <returns>The subscription that writes through it, for which nothing was changed; null when it is removed.</returns>
    public Task<string?> RemoveAsync(string name, string by, CancellationToken cancellationToken) => node.Gate.ChangeAsync(async () =>
    {
        if ((await node.Configuration.ReadSubscriptionsAsync(CancellationToken.None)).FirstOrDefault(one => one.Channel == ChannelKind.Sink && one.Connection == name) is { } writing)
        {
            return writing.Name;
        }

        await node.Configuration.RemoveAsync(ConfigurationStore.Connections, name, by, CancellationToken.None);
        await node.Configuration.RemoveAsync(Paused, name, by, CancellationToken.None);
        await EndAsync(name);
        return null;
    }, cancellationToken);

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var connection in await node.Configuration.ReadAsync(cancellationToken))
        {
            await StartAsync(connection, cancellationToken);
        }
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_running.Values.Select(entry => entry.Work)).WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose() => _stop.Dispose();

    private async Task ReplaceAsync(ConfiguredConnection connection, CancellationToken cancellationToken)
    {
        // What it runs by is compared, not what is kept: another process may have kept a document this one does not run by yet.
        if (!_running.TryGetValue(connection.Name, out var entry) || !entry.Connection.SameTexts(connection))
        {
            await EndAsync(connection.Name);
            await StartAsync(connection, cancellationToken);
        }
    }

    private async Task StartAsync(ConfiguredConnection connection, CancellationToken cancellationToken)
    {
        var last = await node.Stores.Operations.ListRunsAsync(connection.Name, 0, 1, cancellationToken);
        var schedule = new ScheduledConnection(
            connection.Document, (approved, token) => node.RunAsync(connection, approved, null, token), node.Clock, node.Logs.CreateLogger<ScheduledConnection>(),
            last is [var run] ? run.StartedAt : null);
        var paused = await node.Stores.Operations.FindDocumentAsync(Paused, connection.Name, cancellationToken) is { Removed: false, Text: "paused" };
        if (paused || !connection.Runs)
        {
            schedule.Pause(stop: false);
        }

        var stop = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
        _running[connection.Name] = new Entry(connection, schedule, stop, Task.Run(() => schedule.RunAsync(stop.Token), CancellationToken.None));
    }

    private async Task EndAsync(string name)
    {
        if (_running.TryRemove(name, out var entry))
        {
            await entry.Stop.CancelAsync();
            await entry.Work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            entry.Stop.Dispose();
        }
    }

    private sealed record Entry(ConfiguredConnection Connection, ScheduledConnection Schedule, CancellationTokenSource Stop, Task Work);
}
