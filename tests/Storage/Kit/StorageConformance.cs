namespace IntegrationHub.Tests.Storage.Kit;

/// <summary>The storage port's contract, the same on every provider; each part of it is one file of this folder.</summary>
public abstract partial class StorageConformance : IAsyncLifetime
{
    private StorageHost _host = null!;
    private RegistryStores _stores = null!;
    private Writer _writer = null!;

    private protected abstract Task<StorageHost> NewHostAsync();

    public async Task InitializeAsync()
    {
        _host = await NewHostAsync();
        _stores = await _host.OpenAsync();
        _writer = await Writer.TakeOverAsync(_stores.Store);
    }

    public async Task DisposeAsync()
    {
        await _stores.DisposeAsync();
        await _host.DisposeAsync();
    }

    private async Task ReopenAsync()
    {
        await _stores.DisposeAsync();
        _stores = await _host.OpenAsync();
        _writer = await Writer.TakeOverAsync(_stores.Store);
    }

    private static async Task<List<T>> ListAsync<T>(IAsyncEnumerable<T> rows)
    {
        var list = new List<T>();
        await foreach (var row in rows)
        {
            list.Add(row);
        }

        return list;
    }
}
