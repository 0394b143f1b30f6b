using IntegrationHub.Mdm.Storage.Schema;

namespace IntegrationHub.Mdm.Storage.Providers.SqlServer;

internal sealed class SqlServerOperationsContext(DbContextOptions<SqlServerOperationsContext> options) : OperationsContext(options);
