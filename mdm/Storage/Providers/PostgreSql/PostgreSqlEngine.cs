using System.Data;
using System.Data.Common;
using IntegrationHub.Mdm.Storage.Schema;
using IntegrationHub.Mdm.Storage.Writing;
using Npgsql;

namespace IntegrationHub.Mdm.Storage.Providers.PostgreSql;

/// <summary>PostgreSQL: registry and operations in one database, each with its own migrations table.</summary>
internal sealed class PostgreSqlEngine : StorageEngine
{
    // Any number of ours: advisory locks count per database.
    private const long UpgradeLock = 0x4855425F55504752;
    private readonly string _alone;
    private readonly NpgsqlDataSource _source;
    private readonly DbContextOptions<PostgreSqlRegistryContext> _registry;
    private readonly DbContextOptions<PostgreSqlOperationsContext> _operations;

    public PostgreSqlEngine(string connectionString)
    {
        _alone = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ToString();
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

    // EF Core's own lock is on its table of migrations, and it is let go between two of them: two nodes could run one step twice.
    // Not from the pool: a connection given back there keeps its session, and with it the lock.
    public override async Task<IAsyncDisposable?> LockUpgradeAsync(CancellationToken cancellationToken)
    {
        var connection = new NpgsqlConnection(_alone);
        try
        {
            await connection.OpenAsync(cancellationToken);
            await using var command = new NpgsqlCommand("SELECT pg_advisory_lock($1)", connection) { CommandTimeout = 0, Parameters = { new() { Value = UpgradeLock } } };
            await command.ExecuteNonQueryAsync(cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public override bool IsDuplicate(Exception exception) => exception is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    public override async ValueTask DisposeAsync() => await _source.DisposeAsync();

    public static DbContextOptions<T> Options<T>(NpgsqlDataSource source, string history)
        where T : DbContext =>
        new DbContextOptionsBuilder<T>().UseNpgsql(source, npgsql => npgsql.MigrationsHistoryTable(history)).Options;
}
