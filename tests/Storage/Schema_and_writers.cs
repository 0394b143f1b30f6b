using IntegrationHub.Mdm.Storage.Providers.Sqlite;
using IntegrationHub.Mdm.Storage.Writing;
using Microsoft.EntityFrameworkCore;

namespace IntegrationHub.Tests.Storage;

public sealed class Schema_and_writers
{
    [Fact]
    public void Bulk_tables_have_the_columns_of_the_model()
    {
        using var context = new SqliteRegistryDesign().CreateDbContext([]);
        var model = context.Model.GetEntityTypes().ToDictionary(type => type.GetTableName()!, type => type.GetProperties().Select(property => property.GetColumnName()).ToHashSet());

        Assert.All(RegistryTables.All, table => Assert.Equal(model[table.Name].Order(), table.Columns.Select(column => column.Name).Order()));
        Assert.All(RegistryTables.All, table => Assert.All(table.Columns, column => Assert.Equal(Kind(context, table.Name, column.Name), column.Kind)));
        Assert.Equal(["checkpoints", "registry_state"], model.Keys.Except(RegistryTables.All.Select(table => table.Name)).Order());
    }

    [Fact]
    public void No_migration_is_missing()
    {
        using var sqlite = new SqliteRegistryDesign().CreateDbContext([]);
        using var sqliteOperations = new SqliteOperationsDesign().CreateDbContext([]);
        using var postgreSql = new Mdm.Storage.Providers.PostgreSql.PostgreSqlRegistryDesign().CreateDbContext([]);
        using var postgreSqlOperations = new Mdm.Storage.Providers.PostgreSql.PostgreSqlOperationsDesign().CreateDbContext([]);
        using var sqlServer = new Mdm.Storage.Providers.SqlServer.SqlServerRegistryDesign().CreateDbContext([]);
        using var sqlServerOperations = new Mdm.Storage.Providers.SqlServer.SqlServerOperationsDesign().CreateDbContext([]);

        Assert.All(
            new DbContext[] { sqlite, sqliteOperations, postgreSql, postgreSqlOperations, sqlServer, sqlServerOperations },
            context => Assert.False(context.Database.HasPendingModelChanges(), $"{context.GetType().Name}: add a migration, mdm/Storage/README.md tells how"));
    }

    private static BulkKind Kind(DbContext context, string table, string column)
    {
        var property = context.Model.GetEntityTypes().Single(type => type.GetTableName() == table).GetProperties().Single(candidate => candidate.GetColumnName() == column);
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        return type == typeof(long) ? BulkKind.Integer : type == typeof(string) ? BulkKind.Text : BulkKind.Bytes;
    }
}
