using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace IntegrationHub.Mdm.Storage.Providers.Sqlite;

/// <summary>Moves the write-ahead log into the database beside the commit path, on a connection of its own.</summary>
/// <remarks>A passive checkpoint waits for nobody. While pages keep coming the log cannot start over; so once it is long, the writer itself
/// moves the little that the background left, and the next page begins the log anew.</remarks>
internal sealed class WalCheckpointer(string file) : IAsyncDisposable
{
    /// <summary>Pages written since the last checkpoint that start the next one: 32 MiB.</summary>
    private const long StartAfter = 8192;

    /// <summary>Pages in the log from which the writer finishes it: 128 MiB.</summary>
    private const long FinishAfter = 32768;

    private const int PagesWritten = 9; // SQLITE_DBSTATUS_CACHE_WRITE

    private Task _background = Task.CompletedTask;
    private long _sinceCheckpoint;
    private long _sinceFinish;
    private bool _truncateDue;

    /// <summary>Before a page, with no transaction open.</summary>
    public void BeforePage(SqliteConnection writer)
    {
        if (_sinceFinish > FinishAfter && _background.IsCompleted)
        {
            // A reader on an old state leaves a rest: the log then grows until the next try.
            Passive(writer);
            (_sinceFinish, _sinceCheckpoint) = (0, 0);
        }
    }

    public void AfterPage(SqliteConnection writer)
    {
        if (_truncateDue)
        {
            Truncate(writer);
        }

        _ = raw.sqlite3_db_status(writer.Handle!, PagesWritten, out var written, out _, 1);
        _sinceCheckpoint += written;
        _sinceFinish += written;
        if (_sinceCheckpoint > StartAfter && _background.IsCompleted)
        {
            _sinceCheckpoint = 0;
            _background = Task.Run(InBackground);
        }
    }

    /// <summary>Empties the log file, so that nothing erased stays in it; while a reader looks at an old state this waits for a later page.</summary>
    public void Truncate(SqliteConnection writer)
    {
        _truncateDue = Execute(writer, "PRAGMA busy_timeout=200; PRAGMA wal_checkpoint(TRUNCATE)") != 0;
        Execute(writer, "PRAGMA busy_timeout=30000");
        (_sinceFinish, _sinceCheckpoint) = (0, 0);
    }

    public async ValueTask DisposeAsync() => await _background;

    private void InBackground()
    {
        try
        {
            using var connection = new SqliteConnection(SqliteEngine.ConnectionString(file, pooling: false));
            connection.Open();
            SqlitePragmas.Apply(connection, SqlitePragmas.Reader);
            Passive(connection);
        }
        catch (SqliteException)
        {
            // The writer does the same before its next page, where an error stops the page and is told.
            Interlocked.Exchange(ref _sinceFinish, FinishAfter + 1);
        }
    }

    private static void Passive(SqliteConnection connection) => Execute(connection, "PRAGMA wal_checkpoint(PASSIVE)");

    /// <returns>1 when a checkpoint could not do its whole work.</returns>
    private static long Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var busy = 0L;
        do
        {
            while (reader.Read())
            {
                busy = reader.GetInt64(0);
            }
        }
        while (reader.NextResult());
        return busy;
    }
}
