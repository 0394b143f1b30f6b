using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Files;
using IntegrationHub.Connectors.Files.Csv;
using IntegrationHub.Connectors.Files.JsonLines;
using IntegrationHub.Connectors.Files.Settings;
using IntegrationHub.Hub;
using IntegrationHub.Hub.Feed;
using IntegrationHub.Hub.Ingestion;
using IntegrationHub.Hub.Writing;
using IntegrationHub.Mappings.Engine;
using IntegrationHub.Mappings.Engine.Compiling;
using IntegrationHub.Mdm.Matching;
using IntegrationHub.Mdm.Registry;
using IntegrationHub.Mdm.Registry.Storing;
using IntegrationHub.Mdm.Registry.Survivorship;
using IntegrationHub.Mdm.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace IntegrationHub.Tests.EndToEnd.Crash;

/// <summary>The process under test: real files, real mappings, real SQLite files, the real pipeline; only the clock stands still.</summary>
internal static class CrashImport
{
    public const int PageSize = 20;

    private static readonly FixedClock Clock = new();

    public static async Task<int> RunAsync(string folder, IReadOnlyList<string> systems)
    {
        await using var stores = await OpenAsync(folder);
        using var stop = new CancellationTokenSource();
        using var metrics = new HubMetrics();
        var writer = new RegistryWriter(
            token => CitizenRegistry.OpenAsync(stores.Store, MatchModel.French, SurvivorshipPolicy.French(), Clock, token), null, new ChangeSignal(), Clock, NullLogger<RegistryWriter>.Instance);
        var journal = new RunJournal(stores.Operations, Clock, metrics, NullLogger<RunJournal>.Instance);
        var pipeline = new Pipeline(writer, stores.Reader, stores.Store, journal, Clock);
        var writing = writer.RunAsync(stop.Token);
        await journal.CloseInterruptedAsync(default);
        var ends = await Task.WhenAll(systems.Select(system => pipeline.RunAsync(Intake(folder, system), Told, default)));
        await stop.CancelAsync();
        await writing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        foreach (var end in ends)
        {
            Console.WriteLine($"{end.Row.State} {end.Row.FailureCode}");
        }

        return ends.All(end => end.Row.State is RunState.Succeeded or RunState.Partial) ? 0 : 1;
    }

    public static Task<RegistryStores> OpenAsync(string folder) =>
        RegistryStores.OpenAsync(new StorageSettings { Directory = Path.Combine(folder, "data"), IdKey = new byte[32], Clock = Clock });

    private static void Told(Run run)
    {
        Console.WriteLine($"page {run.Connection} {run.Row.Read}");
        Console.Out.Flush();
    }

    private static Intake Intake(string folder, string system)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "catalog", system + ".yaml");
        var mapping = MappingCompiler.CompileFile(path).Mapping ?? throw new InvalidOperationException($"{path} does not compile");
        var context = new ConnectionContext { Connection = system, StateFolder = Path.Combine(folder, "state", system), Time = Clock };
        return new Intake { Connection = system, Source = Open(folder, system, mapping, context), Map = mapping.Map };
    }

    private static ISource Open(string folder, string system, CompiledMapping mapping, ConnectionContext context)
    {
        var csv = Path.Combine(folder, system + ".csv");
        IReadOnlyList<string> key = mapping.KeyColumn is { } column ? [column] : [];
        FilesConnector connector = File.Exists(csv) ? new CsvConnector() : new JsonLinesConnector();
        FileSettings settings = File.Exists(csv)
            ? new CsvSettings { Path = csv, Key = key, PageSize = PageSize }
            : new JsonLinesSettings { Path = Path.Combine(folder, system + ".jsonl"), Key = key, PageSize = PageSize };
        return connector.OpenSource(settings, context);
    }
}
