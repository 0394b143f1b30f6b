using Microsoft.EntityFrameworkCore.Design;
using Npgsql;

namespace IntegrationHub.Mdm.Storage.Providers.PostgreSql;

/// <summary>Lets <c>dotnet ef</c> make migrations without a database.</summary>
internal sealed class PostgreSqlOperationsDesign : IDesignTimeDbContextFactory<PostgreSqlOperationsContext>
{
    public PostgreSqlOperationsContext CreateDbContext(string[] args) => new(PostgreSqlEngine.Options<PostgreSqlOperationsContext>(NpgsqlDataSource.Create("Host=localhost"), "operations_migrations"));
}
