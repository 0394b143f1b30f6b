using Microsoft.EntityFrameworkCore.Design;

namespace IntegrationHub.Mdm.Storage.Providers.SqlServer;

/// <summary>Lets <c>dotnet ef</c> make migrations without a database.</summary>
internal sealed class SqlServerRegistryDesign : IDesignTimeDbContextFactory<SqlServerRegistryContext>
{
    public SqlServerRegistryContext CreateDbContext(string[] args) => new(SqlServerEngine.Options<SqlServerRegistryContext>("Server=localhost", "registry_migrations"));
}
