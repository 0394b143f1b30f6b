using IntegrationHub.Tests.Storage.Kit;

namespace IntegrationHub.Tests.Storage.Sqlite;

public sealed class Sqlite_storage : StorageConformance
{
    private protected override Task<StorageHost> NewHostAsync() => SqliteHost.NewAsync();
}
