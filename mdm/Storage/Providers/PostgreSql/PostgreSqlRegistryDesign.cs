using Microsoft.EntityFrameworkCore.Design;
using Npgsql;

namespace IntegrationHub.Mdm.Storage.Providers.PostgreSql;

/// <summary>Lets <c>dotnet ef</c> make migrations without a database.</summary>
internal sealed class PostgreSqlRegistryDesign : IDesignTimeDbContextFactory<PostgreSqlRegistryContext>
{
    public PostgreSqlRegistryContext CreateDbContext(string[] args) => new(PostgreSqlEngine.Options<PostgreSqlRegistryContext>(NpgsqlDataSource.Create("Host=localhost"), "registry_migrations"));
}
