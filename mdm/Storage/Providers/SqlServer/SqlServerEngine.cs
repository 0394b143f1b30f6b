using System.Data;
using System.Data.Common;
using IntegrationHub.Mdm.Storage.Schema;
using IntegrationHub.Mdm.Storage.Writing;
using Microsoft.Data.SqlClient;

namespace IntegrationHub.Mdm.Storage.Providers.SqlServer;

/// <summary>SQL Server: registry and operations in one database, each with its own migrations table.</summary>
internal sealed class SqlServerEngine(string connectionString) : StorageEngine
{
    private static readonly int[] DuplicateErrors = [2601, 2627];
    private readonly DbContextOptions<SqlServerRegistryContext> _registry = Options<SqlServerRegistryContext>(connectionString, "registry_migrations");
    private readonly DbContextOptions<SqlServerOperationsContext> _operations = Options<SqlServerOperationsContext>(connectionString, "operations_migrations");

    public override RegistryContext OpenRegistry() => new SqlServerRegistryContext(_registry);

    public override OperationsContext OpenOperations() => new SqlServerOperationsContext(_operations);

    public override async Task<DbConnection> OpenWriterAsync(CancellationToken cancellationToken)
    {
        var connection = new SqlConnection(connectionString);
        await connection.OpenAsync(cancellationToken);
        return connection;
    }

    public override BulkWriter OpenBulk(DbConnection writer) => new SqlServerBulkWriter((SqlConnection)writer);

    public override DbTransaction Begin(DbConnection writer, BulkWriter bulk)
    {
        var transaction = ((SqlConnection)writer).BeginTransaction(IsolationLevel.ReadCommitted);
        var sqlServer = (SqlServerBulkWriter)bulk;
        sqlServer.Reset();
        sqlServer.Transaction = transaction;
        return transaction;
    }

    public override RegistryContext OpenOn(DbConnection writer, DbTransaction transaction)
    {
        var context = new SqlServerRegistryContext(new DbContextOptionsBuilder<SqlServerRegistryContext>().UseSqlServer(writer).Options);
        context.Database.UseTransaction(transaction);
        return context;
    }

    public override bool IsDuplicate(Exception exception) => exception is SqlException error && DuplicateErrors.Contains(error.Number);

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    public static DbContextOptions<T> Options<T>(string connectionString, string history)
        where T : DbContext =>
        new DbContextOptionsBuilder<T>().UseSqlServer(connectionString, sqlServer => sqlServer.MigrationsHistoryTable(history)).Options;
}
