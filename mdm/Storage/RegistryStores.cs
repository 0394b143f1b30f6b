using IntegrationHub.Mdm.Storage.Operations;
using IntegrationHub.Mdm.Storage.Providers;
using IntegrationHub.Mdm.Storage.Providers.PostgreSql;
using IntegrationHub.Mdm.Storage.Providers.Sqlite;
using IntegrationHub.Mdm.Storage.Providers.SqlServer;
using IntegrationHub.Mdm.Storage.Reading;
using IntegrationHub.Mdm.Storage.Writing;

namespace IntegrationHub.Mdm.Storage;

/// <summary>An open registry: the three faces of the storage port over one provider.</summary>
public sealed class RegistryStores : IAsyncDisposable
{
    private readonly StorageEngine _engine;
    private readonly RegistryStore _store;
    private readonly RegistryReader _reader;

    private RegistryStores(StorageEngine engine, TimeProvider clock)
    {
        var names = new ConnectionNames(engine);
        _engine = engine;
        _store = new RegistryStore(engine, names);
        _reader = new RegistryReader(engine, names, clock);
        Operations = new OperationsStore(engine);
    }

    /// <summary>The writing face; one node uses it, after <see cref="IRegistryStore.TakeOverAsync"/>.</summary>
    public IRegistryStore Store => _store;

    public IRegistryReader Reader => _reader;

    public IOperationsStore Operations { get; }

    /// <summary>Opens the storage, creates it when it is new and brings it to this program's version.</summary>
    /// <exception cref="StorageException">A setting is missing, the database cannot be reached, or a newer program wrote it.</exception>
    public static async Task<RegistryStores> OpenAsync(StorageSettings settings, CancellationToken cancellationToken = default)
    {
        StorageEngine engine = settings.Provider switch
        {
            StorageProvider.Sqlite => new SqliteEngine(settings.Directory ?? throw Missing("storage.directory")),
            StorageProvider.PostgreSql => new PostgreSqlEngine(settings.ConnectionString ?? throw Missing("storage.connectionString")),
            StorageProvider.SqlServer => new SqlServerEngine(settings.ConnectionString ?? throw Missing("storage.connectionString")),
            _ => throw new StorageException("storage.provider must be sqlite, postgresql or sqlserver"),
        };
        try
        {
            await StorageUpgrade.RunAsync(engine, settings.IdKey, cancellationToken);
            return new RegistryStores(engine, settings.Clock);
        }
        catch
        {
            await engine.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        _reader.Dispose();
        await _store.DisposeAsync();
        await _engine.DisposeAsync();
    }

    private static StorageException Missing(string setting) => new($"the setting {setting} is missing: it says where the registry lives");
}
