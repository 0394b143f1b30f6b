using System.Diagnostics;
using IntegrationHub.Connectors.Sandbox.Town;
using IntegrationHub.Connectors.Sandbox.Town.Files;
using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Export;
using IntegrationHub.Mdm.Registry.Json;

namespace IntegrationHub.Tests.EndToEnd.Crash;

/// <summary>A generated town in a folder of its own, imported by a child process that may be killed.</summary>
internal sealed class CrashTown : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hub-crash-");

    public CrashTown(int records, params TownSystem[] systems)
    {
        Systems = [.. systems.Select(system => system.ToString().ToLowerInvariant())];
        TownFiles.Write(_folder.FullName, Town.Generate(new TownSettings { Seed = 7, Records = records, Systems = systems }), truth: false);
    }

    public IReadOnlyList<string> Systems { get; }

    /// <summary>Pages that all imports of this town have told of.</summary>
    public int Pages { get; private set; }

    /// <summary>Imports until the process ends by itself, or kills it (SIGKILL) at a moment.</summary>
    /// <returns>True when it ended by itself, and well.</returns>
    public async Task<bool> ImportAsync(KillMoment? kill = null)
    {
        using var child = Start();
        var from = Pages;
        var ended = false;
        while (await child.StandardOutput.ReadLineAsync() is { } line)
        {
            ended |= !line.StartsWith("page ", StringComparison.Ordinal);
            Pages += ended ? 0 : 1;
            if (!ended && kill is { } moment && Pages == from + moment.Pages)
            {
                // What it told before it died is still read.
                await Task.Delay(moment.Milliseconds);
                child.Kill();
            }
        }

        var errors = await child.StandardError.ReadToEndAsync();
        await child.WaitForExitAsync();
        return child.ExitCode switch
        {
            0 => true,
            137 => false,
            var code => throw new InvalidOperationException($"the import ended with {code}: {errors}"),
        };
    }

    /// <summary>Registry and feed in canonical order.</summary>
    public async Task<string> ExportAsync()
    {
        await using var stores = await CrashImport.OpenAsync(_folder.FullName);
        using var export = new MemoryStream();
        await RegistryExport.WriteGoldensAsync(stores.Reader, export, default);
        await RegistryExport.WriteChangesAsync(stores.Reader, export, default);
        return System.Text.Encoding.UTF8.GetString(export.ToArray());
    }

    /// <summary>Each person's source keys and surviving values, without ids.</summary>
    public async Task<IReadOnlyList<string>> PartitionAsync()
    {
        await using var stores = await CrashImport.OpenAsync(_folder.FullName);
        var people = new List<string>();
        await foreach (var row in stores.Reader.ReadAllGoldensAsync(default))
        {
            if (row.Golden.State == GoldenState.Active)
            {
                people.Add($"{string.Join(' ', row.Golden.Members)} = {System.Text.Encoding.UTF8.GetString(RegistryJson.Write(row.Golden.Citizen))}");
            }
        }

        return [.. people.Order(StringComparer.Ordinal)];
    }

    public async Task<long> ChangesAsync()
    {
        await using var stores = await CrashImport.OpenAsync(_folder.FullName);
        return (await stores.Reader.CountAsync(default)).Changes;
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private Process Start() => Process.Start(new ProcessStartInfo("dotnet", [typeof(CrashTown).Assembly.Location, "import", _folder.FullName, .. Systems])
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        UseShellExecute = false,
    })!;
}
