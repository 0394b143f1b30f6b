using System.Collections;
using System.Diagnostics;
using IntegrationHub.Connectors.Sandbox.Town;
using IntegrationHub.Connectors.Sandbox.Town.Files;
using IntegrationHub.Host.Commands;
using IntegrationHub.Host.Node;
using IntegrationHub.Mdm.Storage;
using Microsoft.Data.Sqlite;

namespace IntegrationHub.Tests.EndToEnd.Crash;

/// <summary>The shipped executable in a folder of its own: its import may be killed, its export is compared. Only the time it writes stands still.</summary>
internal sealed class ExecutableHub : IDisposable
{
    public const int PageSize = 20;

    private const string System = "crm";
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "IntegrationHub.Host.dll");
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hub-exe-");

    private string Data => Path.Combine(_folder.FullName, "data");

    private string Config => Path.Combine(_folder.FullName, "config");

    private string Input => Path.Combine(_folder.FullName, System + ".csv");

    /// <summary>A registry with nothing in it, the connection as an architect would write it, and the town's file.</summary>
    public static async Task<ExecutableHub> NewAsync(int records)
    {
        var hub = new ExecutableHub();
        TownFiles.Write(hub._folder.FullName, Town.Generate(new TownSettings { Seed = 7, Records = records, Systems = [TownSystem.Crm] }), truth: false);
        var connections = Directory.CreateDirectory(Path.Combine(hub.Config, "connections"));
        var document = ConnectionText.ForFile(System, "21330063500017", System, hub.Input, key: null) + $"  pageSize: {PageSize}\n";
        await File.WriteAllTextAsync(Path.Combine(connections.FullName, System + ".yaml"), document);

        // The same golden ids in every folder: a store that exists keeps its key.
        await using (await RegistryStores.OpenAsync(new StorageSettings { Directory = hub.Data, IdKey = new byte[32] }))
        {
            return hub;
        }
    }

    /// <summary>Imports until the process ends by itself, or kills it (SIGKILL) at a moment.</summary>
    /// <returns>True when it ended by itself, and well.</returns>
    public async Task<bool> ImportAsync(KillMoment? kill = null)
    {
        using var process = Start("import", Input, "--connection", System);
        var said = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        if (kill is { } moment)
        {
            var from = await PageAsync();
            while (!process.HasExited && await PageAsync() < from + moment.Pages)
            {
                await Task.Delay(2);
            }

            await Task.Delay(moment.Milliseconds);
            process.Kill();
        }

        await process.WaitForExitAsync();
        return process.ExitCode switch
        {
            0 or 1 => true,
            137 => false,
            var code => throw new InvalidOperationException($"the import ended with {code}: {string.Join(' ', await said)}"),
        };
    }

    /// <summary>What <c>export</c> writes: registry and feed.</summary>
    public async Task<(byte[] Registry, byte[] Changes)> ExportAsync()
    {
        var target = Path.Combine(_folder.FullName, "out");
        using var process = Start("export", "--out", target);
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? (await File.ReadAllBytesAsync(Path.Combine(target, "registry.jsonl")), await File.ReadAllBytesAsync(Path.Combine(target, "changes.jsonl")))
            : throw new InvalidOperationException($"the export ended with {process.ExitCode}: {string.Join(' ', said)}");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>Pages committed so far; read beside the hub, as by anybody: the import itself says nothing while it runs.</summary>
    public async Task<long> PageAsync()
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(Data, "registry.db")};Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT coalesce(max(page), 0) FROM registry_state";
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private Process Start(params IEnumerable<string> words)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. words, "--data", Data, "--config", Config, "--lang", "en"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var name in Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().Select(variable => (string)variable.Key).Where(name => name.StartsWith("HUB_", StringComparison.Ordinal)))
        {
            start.Environment.Remove(name);
        }

        start.Environment[StillClock.Variable] = "2026-03-01T12:00:00Z";
        return Process.Start(start)!;
    }
}
