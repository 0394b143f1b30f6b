using System.Data;
using System.Data.Common;
using IntegrationHub.Mdm.Storage.Schema;
using IntegrationHub.Mdm.Storage.Writing;
using Npgsql;

namespace IntegrationHub.Mdm.Storage.Providers.PostgreSql;

/// <summary>PostgreSQL: registry and operations in one database, each with its own migrations table.</summary>
internal sealed class PostgreSqlEngine : StorageEngine
{
    private readonly NpgsqlDataSource _source;
    private readonly DbContextOptions<PostgreSqlRegistryContext> _registry;
    private readonly DbContextOptions<PostgreSqlOperationsContext> _operations;

    public PostgreSqlEngine(string connectionString)
    {
        _source = NpgsqlDataSource.Create(connectionString);
        _registry = Options<PostgreSqlRegistryContext>(_source, "registry_migrations");
        _operations = Options<PostgreSqlOperationsContext>(_source, "operations_migrations");
    }

    public override RegistryContext OpenRegistry() => new PostgreSqlRegistryContext(_registry);

    public override OperationsContext OpenOperations() => new PostgreSqlOperationsContext(_operations);

    public override async Task<DbConnection> OpenWriterAsync(CancellationToken cancellationToken) => await _source.OpenConnectionAsync(cancellationToken);

    public override BulkWriter OpenBulk(DbConnection writer) => new PostgreSqlBulkWriter((NpgsqlConnection)writer);

    public override DbTransaction Begin(DbConnection writer, BulkWriter bulk) => ((NpgsqlConnection)writer).BeginTransaction(IsolationLevel.ReadCommitted);

    public override RegistryContext OpenOn(DbConnection writer, DbTransaction transaction)
    {
        var context = new PostgreSqlRegistryContext(new DbContextOptionsBuilder<PostgreSqlRegistryContext>().UseNpgsql(writer).Options);
        context.Database.UseTransaction(transaction);
        return context;
    }

    public override bool IsDuplicate(Exception exception) => exception is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    public override async ValueTask DisposeAsync() => await _source.DisposeAsync();

    public static DbContextOptions<T> Options<T>(NpgsqlDataSource source, string history)
        where T : DbContext =>
        new DbContextOptionsBuilder<T>().UseNpgsql(source, npgsql => npgsql.MigrationsHistoryTable(history)).Options;
}
