using System.Data.Common;

namespace IntegrationHub.Mdm.Storage.Providers.Sqlite;

/// <summary>How this product opens SQLite, in one place: benchmarks that compare with it use the same.</summary>
public static class SqlitePragmas
{
    /// <summary>The writer's connection: durable commits, a page cache that holds the random indexes.</summary>
    /// <remarks>synchronous=FULL syncs the log at each commit. secure_delete overwrites what a delete frees, for erasure.</remarks>
    public const string Durable =
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-131072; PRAGMA temp_store=MEMORY; PRAGMA secure_delete=ON; "
        + "PRAGMA journal_size_limit=268435456; PRAGMA busy_timeout=30000; ";

    /// <summary>The product's writer: checkpoints are made by <see cref="WalCheckpointer"/> beside the commit path.</summary>
    public const string Writer = Durable + "PRAGMA wal_autocheckpoint=0;";

    /// <summary>A bare program that replays a finished database: as the writer, but SQLite itself checkpoints after as many pages.</summary>
    public const string Yardstick = Durable + "PRAGMA wal_autocheckpoint=8192;";

    /// <summary>Readers: a small cache each, since the operating system caches the file for all.</summary>
    public const string Reader = "PRAGMA cache_size=-8192; PRAGMA temp_store=MEMORY; PRAGMA busy_timeout=30000; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;";

    /// <summary>What a new file gets before its first table.</summary>
    public const string NewFile = "PRAGMA page_size=4096; PRAGMA journal_mode=WAL;";

    internal static void Apply(DbConnection connection, string pragmas)
    {
        using var command = connection.CreateCommand();
        command.CommandText = pragmas;
        command.ExecuteNonQuery();
    }
}
