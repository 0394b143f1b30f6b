using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Abstractions.Connections;
using IntegrationHub.Hub;
using IntegrationHub.Hub.Feed;
using IntegrationHub.Hub.Ingestion;
using IntegrationHub.Hub.Writing;
using IntegrationHub.Mdm.Matching;
using IntegrationHub.Mdm.Registry;
using IntegrationHub.Mdm.Registry.Export;
using IntegrationHub.Mdm.Registry.Storing;
using IntegrationHub.Mdm.Registry.Survivorship;
using IntegrationHub.Mdm.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace IntegrationHub.Tests.Hub.Fakes;

/// <summary>A hub over real SQLite files: stores, the one writer, the pipeline. Several may share a folder.</summary>
internal sealed class HubRig : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly HubMetrics _metrics = new();
    private readonly bool _ownsFolder;
    private Task _writing = Task.CompletedTask;
    private bool _ended;

    private HubRig(RegistryStores stores, string folder, bool ownsFolder, ILoggerFactory logs, Func<IRegistryStore, IRegistryStore> wrap, WriterLease? lease, TimeProvider clock)
    {
        (Stores, Folder, _ownsFolder) = (stores, folder, ownsFolder);
        var store = wrap(stores.Store);
        Writer = new RegistryWriter(
            token => CitizenRegistry.OpenAsync(store, MatchModel.French, SurvivorshipPolicy.French(), clock, token), lease, Signal, clock, logs.CreateLogger<RegistryWriter>());
        Journal = new RunJournal(stores.Operations, clock, _metrics, logs.CreateLogger<RunJournal>());
        Pipeline = new Pipeline(Writer, stores.Reader, store, Journal, clock);
        Replay = new QuarantineReplay(Writer, stores.Reader, Journal, clock);
    }

    public RegistryStores Stores { get; }

    public string Folder { get; }

    public ChangeSignal Signal { get; } = new();

    public RegistryWriter Writer { get; }

    public RunJournal Journal { get; }

    public Pipeline Pipeline { get; }

    public QuarantineReplay Replay { get; }

    public Task Writing => _writing;

    public IRegistryReader Reader => Stores.Reader;

    public static async Task<HubRig> StartAsync(
        string? folder = null, ILoggerFactory? logs = null, Func<IRegistryStore, IRegistryStore>? wrap = null, string? node = null, TimeProvider? clock = null)
    {
        var place = folder ?? Directory.CreateTempSubdirectory("hub-tests-").FullName;
        var time = clock ?? new FixedClock();
        var stores = await RegistryStores.OpenAsync(new StorageSettings { Directory = place, IdKey = new byte[32], Clock = time });
        var lease = node is null ? null : new WriterLease(stores.Operations, node, time, NullLogger.Instance);
        var rig = new HubRig(stores, place, folder is null, logs ?? NullLoggerFactory.Instance, wrap ?? (store => store), lease, time);
        rig._writing = rig.Writer.RunAsync(rig._stop.Token);
        return rig;
    }

    public Task<RunEnd> RunAsync(string connection, ISource source, bool approved = false, RecordMapping? map = null) =>
        Pipeline.RunAsync(Intake(connection, source, approved, map), null, default);

    public Task<RunEnd> RunAsync(string connection, params IReadOnlyList<SourceRecord> records) => RunAsync(connection, new ListSource(records));

    /// <summary>Registry and feed in canonical order.</summary>
    public async Task<string> ExportAsync()
    {
        using var export = new MemoryStream();
        await RegistryExport.WriteGoldensAsync(Reader, export, default);
        await RegistryExport.WriteChangesAsync(Reader, export, default);
        return System.Text.Encoding.UTF8.GetString(export.ToArray());
    }

    /// <summary>The partition as sets of source keys with the surviving values, without ids: what no interleaving may change.</summary>
    public async Task<IReadOnlyList<string>> PartitionAsync()
    {
        var people = new List<string>();
        await foreach (var row in Reader.ReadAllGoldensAsync(default))
        {
            if (row.Golden.State == Mdm.Model.GoldenState.Active)
            {
                people.Add($"{string.Join(' ', row.Golden.Members)} = {System.Text.Encoding.UTF8.GetString(Mdm.Registry.Json.RegistryJson.Write(row.Golden.Citizen))}");
            }
        }

        return [.. people.Order(StringComparer.Ordinal)];
    }

    public async ValueTask DisposeAsync()
    {
        if (_ended)
        {
            return;
        }

        _ended = true;
        await _stop.CancelAsync();
        await _writing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Stores.DisposeAsync();
        _metrics.Dispose();
        _stop.Dispose();
        if (_ownsFolder)
        {
            Directory.Delete(Folder, recursive: true);
        }
    }

    private static Intake Intake(string connection, ISource source, bool approved, RecordMapping? map) =>
        new() { Connection = connection, Source = source, Map = map ?? Villagers.Map, Brake = Brake.Parse("20%"), Approved = approved };
}
