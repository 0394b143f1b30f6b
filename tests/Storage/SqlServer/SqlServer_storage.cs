using IntegrationHub.Tests.Storage.Kit;

namespace IntegrationHub.Tests.Storage.SqlServer;

[NeedsSqlServer]
public sealed class SqlServer_storage : StorageConformance
{
    private protected override Task<StorageHost> NewHostAsync() => SqlServerHost.NewAsync();
}
