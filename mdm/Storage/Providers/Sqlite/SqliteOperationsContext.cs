using IntegrationHub.Mdm.Storage.Schema;

namespace IntegrationHub.Mdm.Storage.Providers.Sqlite;

internal sealed class SqliteOperationsContext(DbContextOptions<SqliteOperationsContext> options) : OperationsContext(options);
