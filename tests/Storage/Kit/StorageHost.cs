namespace IntegrationHub.Tests.Storage.Kit;

/// <summary>A database of its own for one test, opened as often as the test likes.</summary>
public abstract class StorageHost : IAsyncDisposable
{
    public abstract StorageSettings Settings { get; }

    public Task<RegistryStores> OpenAsync() => RegistryStores.OpenAsync(Settings);

    /// <summary>Everything the database holds on disk or in its tables, as bytes to search.</summary>
    public abstract Task<IReadOnlyList<byte[]>> DumpAsync();

    /// <summary>Runs SQL beside the product.</summary>
    public abstract Task ExecuteAsync(string sql);

    public abstract ValueTask DisposeAsync();
}
