using Microsoft.EntityFrameworkCore.Design;

namespace IntegrationHub.Mdm.Storage.Providers.Sqlite;

/// <summary>Lets <c>dotnet ef</c> make migrations without a database.</summary>
internal sealed class SqliteRegistryDesign : IDesignTimeDbContextFactory<SqliteRegistryContext>
{
    public SqliteRegistryContext CreateDbContext(string[] args) => new(SqliteEngine.Options<SqliteRegistryContext>("design.db"));
}
