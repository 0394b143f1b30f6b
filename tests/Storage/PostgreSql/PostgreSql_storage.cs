using IntegrationHub.Tests.Storage.Kit;

namespace IntegrationHub.Tests.Storage.PostgreSql;

public sealed class PostgreSql_storage(PostgreSqlServer server) : StorageConformance, IClassFixture<PostgreSqlServer>
{
    private protected override async Task<StorageHost> NewHostAsync() => new PostgreSqlHost(await server.NewDatabaseAsync());
}
