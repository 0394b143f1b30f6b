using Microsoft.EntityFrameworkCore.Design;

namespace IntegrationHub.Mdm.Storage.Providers.SqlServer;

/// <summary>Lets <c>dotnet ef</c> make migrations without a database.</summary>
internal sealed class SqlServerOperationsDesign : IDesignTimeDbContextFactory<SqlServerOperationsContext>
{
    public SqlServerOperationsContext CreateDbContext(string[] args) => new(SqlServerEngine.Options<SqlServerOperationsContext>("Server=localhost", "operations_migrations"));
}
