using System.Security.Cryptography;
using System.Text;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Files.Csv;
using IntegrationHub.Connectors.Files.Settings;
using IntegrationHub.Hub;
using IntegrationHub.Hub.Feed;
using IntegrationHub.Hub.Ingestion;
using IntegrationHub.Hub.Writing;
using IntegrationHub.Mdm.Matching;
using IntegrationHub.Mdm.Registry;
using IntegrationHub.Mdm.Registry.Survivorship;
using IntegrationHub.Mdm.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace IntegrationHub.Tests.Benchmarks.Import;

/// <summary>The hub as it runs, put together for a benchmark: SQLite, shipped model and policy, one writer.</summary>
internal sealed class ImportedHub : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly HubMetrics _metrics = new();
    private readonly DirectoryInfo _folder;
    private readonly RegistryStores _stores;
    private readonly Task _writing;

    private ImportedHub(DirectoryInfo folder, RegistryStores stores)
    {
        (_folder, _stores) = (folder, stores);
        Writer = new RegistryWriter(
            token => CitizenRegistry.OpenAsync(stores.Store, MatchModel.French, SurvivorshipPolicy.French(), TimeProvider.System, token),
            lease: null, Signal, TimeProvider.System, NullLogger<RegistryWriter>.Instance);
        _writing = Writer.RunAsync(_stop.Token);
    }

    public RegistryWriter Writer { get; }

    public ChangeSignal Signal { get; } = new();

    public RegistryStores Stores => _stores;

    public string Database => Path.Combine(_folder.FullName, "registry.db");

    public static async Task<ImportedHub> OpenAsync(DirectoryInfo folder, CancellationToken cancellationToken)
    {
        var settings = new StorageSettings { Directory = folder.FullName, IdKey = SHA256.HashData(Encoding.UTF8.GetBytes("benchmark")) };
        return new ImportedHub(folder, await RegistryStores.OpenAsync(settings, cancellationToken));
    }

    /// <summary>Imports a file the way a connection does.</summary>
    public async Task<RunEnd> ImportAsync(string file, int pageRecords, Action<Run> progress, CancellationToken cancellationToken)
    {
        var mapping = FlatTown.Mapping();
        var settings = new CsvSettings { Path = file, PageSize = pageRecords };
        var context = new ConnectionContext { Connection = "town", StateFolder = Path.Combine(_folder.FullName, "state") };
        var intake = new Intake { Connection = "town", Source = new CsvConnector().OpenSource(settings, context), Map = mapping.Map };
        var runs = new RunJournal(_stores.Operations, TimeProvider.System, _metrics, NullLogger<RunJournal>.Instance);
        return await new Pipeline(Writer, _stores.Reader, _stores.Store, runs, TimeProvider.System).RunAsync(intake, progress, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _writing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _stores.DisposeAsync();
        _metrics.Dispose();
        _stop.Dispose();
    }
}
