using Microsoft.EntityFrameworkCore.Design;

namespace IntegrationHub.Mdm.Storage.Providers.Sqlite;

/// <summary>Lets <c>dotnet ef</c> make migrations without a database.</summary>
internal sealed class SqliteOperationsDesign : IDesignTimeDbContextFactory<SqliteOperationsContext>
{
    public SqliteOperationsContext CreateDbContext(string[] args) => new(SqliteEngine.Options<SqliteOperationsContext>("design.db"));
}
