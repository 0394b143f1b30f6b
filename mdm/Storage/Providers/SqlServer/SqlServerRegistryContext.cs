using IntegrationHub.Mdm.Storage.Schema;

namespace IntegrationHub.Mdm.Storage.Providers.SqlServer;

internal sealed class SqlServerRegistryContext(DbContextOptions<SqlServerRegistryContext> options) : RegistryContext(options);
