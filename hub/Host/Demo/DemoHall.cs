using System.Text.Json;
using IntegrationHub.Connectors.Sandbox.Exports;
using IntegrationHub.Connectors.Sandbox.Serving;
using IntegrationHub.Connectors.Sandbox.Systems;
using IntegrationHub.Connectors.Sandbox.Town;
using IntegrationHub.Connectors.Sandbox.Town.Files;
using IntegrationHub.Host.Cli;
using IntegrationHub.Host.Commands;
using IntegrationHub.Host.Node;
using Microsoft.Data.Sqlite;

namespace IntegrationHub.Host.Demo;

/// <summary>The town hall of the demo while it runs: one made-up town, held by fakes of its systems over HTTP on loopback and by the files the others drop.</summary>
public sealed class DemoHall : IAsyncDisposable
{
    private readonly HubNode _node;
    private readonly Town _town;
    private readonly string _folder;
    private readonly Dictionary<string, SandboxServer> _servers = new(StringComparer.Ordinal);

    private DemoHall(HubNode node, Town town, string folder) => (_node, _town, _folder) = (node, town, folder);

    /// <summary>What the systems say, and the truth beside it.</summary>
    public Town Town => _town;

    /// <summary>Makes the town, starts its systems and keeps their connections as this start's addresses say. A town that was loaded before is the same again, whatever is asked.</summary>
    public static async Task<DemoHall> OpenAsync(HubNode node, int people, ulong seed, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateDirectory(Path.GetFullPath(Path.Combine(node.Settings.Data, "town"))).FullName;
        var made = Path.Combine(folder, "town.json");
        var asked = File.Exists(made)
            ? JsonSerializer.Deserialize<Made>(await File.ReadAllTextAsync(made, cancellationToken))!
            : new Made(people, seed);
        var hall = new DemoHall(node, await Task.Run(() => Town.Generate(new TownSettings { People = asked.People, Seed = asked.Seed }), cancellationToken), folder);
        try
        {
            if (!File.Exists(made))
            {
                await Task.Run(() => hall.WriteFiles(cancellationToken), cancellationToken);
                await File.WriteAllTextAsync(made, JsonSerializer.Serialize(asked), cancellationToken);
            }

            await hall.StartAsync(cancellationToken);
            await node.TrustAsync(cancellationToken);
            return hall;
        }
        catch
        {
            await hall.DisposeAsync();
            throw;
        }
    }

    /// <summary>Reads every system once.</summary>
    /// <returns>Records read, over all systems.</returns>
    public async Task<long> LoadAsync(Terminal terminal, CancellationToken cancellationToken)
    {
        long read = 0;
        foreach (var source in DemoSource.All)
        {
            var connection = await _node.Configuration.FindAsync(source.Name, cancellationToken) ?? throw new InvalidOperationException("a connection just kept cannot be found");
            if (!connection.Runs)
            {
                continue;
            }

            var end = await RunProgress.FollowAsync(_node, connection, approved: false, terminal, cancellationToken);
            read += end.Row.Read;
            terminal.Say("demo.read", source.Name, terminal.Words.Count(end.Row.Read), source.Title(connection.Connector.Manifest).In(terminal.Words.Culture));
            if (end.Failure is { } failure)
            {
                terminal.SayText($"{source.Name}: {failure.Code}: {failure.Detail}");
            }
        }

        return read;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in _servers.Values)
        {
            await server.DisposeAsync();
        }
    }

    private async Task StartAsync(CancellationToken cancellationToken)
    {
        var secret = Path.Combine(_folder, "password");
        await File.WriteAllTextAsync(secret, SandboxContext.Secret, cancellationToken);
        await File.WriteAllTextAsync(Path.Combine(_folder, "chorus-account"), ChorusProSandbox.Account, cancellationToken);
        foreach (var source in DemoSource.All)
        {
            if (source.System is { } system)
            {
                _servers[source.Name] = await SandboxServer.StartAsync(system, new SandboxOptions { Town = _town, Time = _node.Clock }, cancellationToken);
                await KeepSecretsAsync(source, _servers[source.Name].Address, cancellationToken);
            }

            var text = DemoDocuments.Of(source, _node, _folder, _servers.GetValueOrDefault(source.Name)?.Address, secret);
            await _node.Configuration.SaveAsync(ConfigurationStore.Connections, source.Name, text, "demo", cancellationToken);
        }
    }

    private async Task KeepSecretsAsync(DemoSource source, Uri address, CancellationToken cancellationToken)
    {
        using var client = new HttpClient();
        foreach (var (file, path) in source.Secrets)
        {
            await File.WriteAllTextAsync(Path.Combine(_folder, file), await client.GetStringAsync(new Uri(address, path), cancellationToken), cancellationToken);
        }
    }

    private void WriteFiles(CancellationToken cancellationToken)
    {
        TownFiles.Write(_folder, _town, truth: false, cancellationToken);
        foreach (var export in TownExport.All)
        {
            export.WriteInto(_folder, _town, cancellationToken);
        }

        var database = Path.Combine(_folder, "tiers.db");
        File.Delete(database);
        using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"BEGIN;\n{File.ReadAllText(Path.Combine(_folder, TownExport.Find("tiers.sql").Name))}COMMIT;";
        command.ExecuteNonQuery();
    }

    private sealed record Made(int People, ulong Seed);
}
