using System.Data.Common;
using IntegrationHub.Mdm.Storage.Reading;
using IntegrationHub.Mdm.Storage.Schema;
using IntegrationHub.Mdm.Storage.Writing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using SQLitePCL;

namespace IntegrationHub.Mdm.Storage.Providers.Sqlite;

/// <summary>The embedded default: <c>registry.db</c> and <c>operations.db</c> in one directory, write-ahead logged.</summary>
internal sealed class SqliteEngine : StorageEngine
{
    private const int ConstraintError = 19;
    private readonly string _directory;
    private readonly string _registryFile;
    private readonly string _operationsFile;
    private readonly DbContextOptions<SqliteRegistryContext> _registry;
    private readonly DbContextOptions<SqliteOperationsContext> _operations;
    private readonly WalCheckpointer _checkpointer;

    public SqliteEngine(string directory)
    {
        StopCounting();
        Create(directory);
        _directory = directory;
        _registryFile = Path.Combine(directory, "registry.db");
        _registry = Options<SqliteRegistryContext>(_registryFile);
        _operationsFile = Path.Combine(directory, "operations.db");
        _operations = Options<SqliteOperationsContext>(_operationsFile);
        _checkpointer = new WalCheckpointer(_registryFile);
        NewFile(_registryFile);
        NewFile(_operationsFile);
    }

    // SQLite counts the bytes it allocates, under one lock for all connections, for a figure nobody reads. Once it is in use in this process it refuses, and goes on counting.
    private static void StopCounting()
    {
        Batteries_V2.Init();
        _ = raw.sqlite3_config(raw.SQLITE_CONFIG_MEMSTATUS, 0);
    }

    // A registry of people: no other account of the machine reads a new one. A directory that stands already keeps what its owner chose.
    private static void Create(string directory)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(directory);
        }
        else
        {
            Directory.CreateDirectory(directory, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    public override RegistryContext OpenRegistry() => new SqliteRegistryContext(_registry);

    public override OperationsContext OpenOperations() => new SqliteOperationsContext(_operations);

    public override PointReads OpenReads(ConnectionNames names) => new SqlitePointReads(_registryFile, names);

    public override async Task<DbConnection> OpenWriterAsync(CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(ConnectionString(_registryFile, pooling: false));
        await connection.OpenAsync(cancellationToken);
        SqlitePragmas.Apply(connection, SqlitePragmas.Writer);
        return connection;
    }

    public override BulkWriter OpenBulk(DbConnection writer) => new SqliteBulkWriter(((SqliteConnection)writer).Handle!);

    public override DbTransaction Begin(DbConnection writer, BulkWriter bulk)
    {
        _checkpointer.BeforePage((SqliteConnection)writer);
        return ((SqliteConnection)writer).BeginTransaction(deferred: false);
    }

    public override RegistryContext OpenOn(DbConnection writer, DbTransaction transaction)
    {
        var context = new SqliteRegistryContext(new DbContextOptionsBuilder<SqliteRegistryContext>().UseSqlite(writer, OneParameter).Options);
        context.Database.UseTransaction(transaction);
        return context;
    }

    public override async Task<IAsyncDisposable?> LockUpgradeAsync(CancellationToken cancellationToken)
    {
        var held = await UpgradeFile.HoldAsync(Path.Combine(_directory, "upgrade.lock"), cancellationToken);
        foreach (var file in new[] { _registryFile, _operationsFile })
        {
            UpgradeFile.ForgetKilled(file);
        }

        return held;
    }

    public override bool IsDuplicate(Exception exception) => exception is SqliteException { SqliteErrorCode: ConstraintError };

    public override void AfterCommit(DbConnection writer, bool erased)
    {
        if (erased)
        {
            _checkpointer.Truncate((SqliteConnection)writer);
        }
        else
        {
            _checkpointer.AfterPage((SqliteConnection)writer);
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await _checkpointer.DisposeAsync();
        // Only this store's files: other stores of the process keep their pools.
        using var registry = new SqliteConnection(ConnectionString(_registryFile, pooling: true));
        SqliteConnection.ClearPool(registry);
        using var operations = new SqliteConnection(ConnectionString(_operationsFile, pooling: true));
        SqliteConnection.ClearPool(operations);
    }

    public static DbContextOptions<T> Options<T>(string file)
        where T : DbContext =>
        new DbContextOptionsBuilder<T>()
            .UseSqlite(ConnectionString(file, pooling: true), OneParameter)
            .ReplaceService<IMigrationsSqlGenerator, WithoutRowidSqlGenerator>()
            .AddInterceptors(SqliteReaderPragmas.Instance)
            .Options;

    // A list of keys travels as one JSON parameter: SQLite looks each named parameter up by walking all of them.
    private static void OneParameter(SqliteDbContextOptionsBuilder options) => options.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter);

    internal static string ConnectionString(string file, bool pooling) =>
        new SqliteConnectionStringBuilder { DataSource = file, Pooling = pooling, DefaultTimeout = 30 }.ToString();

    private static void NewFile(string file)
    {
        if (!File.Exists(file))
        {
            using var connection = new SqliteConnection(ConnectionString(file, pooling: false));
            connection.Open();
            SqlitePragmas.Apply(connection, SqlitePragmas.NewFile);
        }
    }
}
