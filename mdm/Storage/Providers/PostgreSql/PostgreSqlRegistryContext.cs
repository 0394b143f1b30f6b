using IntegrationHub.Mdm.Storage.Schema;

namespace IntegrationHub.Mdm.Storage.Providers.PostgreSql;

internal sealed class PostgreSqlRegistryContext(DbContextOptions<PostgreSqlRegistryContext> options) : RegistryContext(options);
