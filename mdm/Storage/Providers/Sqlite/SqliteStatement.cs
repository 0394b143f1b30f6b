using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace IntegrationHub.Mdm.Storage.Providers.Sqlite;

/// <summary>A prepared query, run again and again; its columns are read in place.</summary>
internal sealed class SqliteStatement : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;
    private readonly nint _handle;

    public SqliteStatement(sqlite3 database, string sql)
    {
        _database = database;
        Check(raw.sqlite3_prepare_v3(database, sql, 1 /* SQLITE_PREPARE_PERSISTENT */, out _statement));
        _handle = _statement.DangerousGetHandle();
    }

    public SqliteStatement For(long key)
    {
        Check(SqliteNative.BindInteger(_handle, 1, key));
        return this;
    }

    public SqliteStatement For(byte[] key)
    {
        Check(SqliteNative.BindBytes(_handle, 1, key));
        return this;
    }

    /// <returns>False after the last row; the statement is then ready for its next key.</returns>
    public bool Read()
    {
        var result = SqliteNative.Step(_handle);
        if (result == raw.SQLITE_ROW)
        {
            return true;
        }

        // A reset repeats the step's error code; it is told once, here.
        _ = SqliteNative.Reset(_handle);
        if (result != raw.SQLITE_DONE)
        {
            Check(result);
        }

        return false;
    }

    public void Reset() => _ = SqliteNative.Reset(_handle);

    public long Integer(int column) => SqliteNative.ColumnInteger(_handle, column);

    public long? IntegerOrNull(int column) => SqliteNative.ColumnType(_handle, column) == raw.SQLITE_NULL ? null : Integer(column);

    public string Text(int column) => Encoding.StoredText.Read(System.Text.Encoding.UTF8.GetString(SqliteNative.ColumnBytes(_handle, column)));

    public string? TextOrNull(int column) => SqliteNative.ColumnType(_handle, column) == raw.SQLITE_NULL ? null : Text(column);

    /// <summary>Until the next step.</summary>
    public ReadOnlySpan<byte> Bytes(int column) => SqliteNative.ColumnBytes(_handle, column);

    public bool IsNull(int column) => SqliteNative.ColumnType(_handle, column) == raw.SQLITE_NULL;

    public void Dispose() => _statement.Dispose();

    private void Check(int result)
    {
        if (result != raw.SQLITE_OK)
        {
            SqliteException.ThrowExceptionForRC(result, _database);
        }
    }
}
