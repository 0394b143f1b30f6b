using IntegrationHub.Mdm.Storage.Schema;

namespace IntegrationHub.Mdm.Storage.Providers.Sqlite;

internal sealed class SqliteRegistryContext(DbContextOptions<SqliteRegistryContext> options) : RegistryContext(options);
