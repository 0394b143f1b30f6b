using IntegrationHub.Mdm.Storage.Schema;

namespace IntegrationHub.Mdm.Storage.Providers.PostgreSql;

internal sealed class PostgreSqlOperationsContext(DbContextOptions<PostgreSqlOperationsContext> options) : OperationsContext(options);
