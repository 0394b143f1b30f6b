using IntegrationHub.Mdm.Storage.Schema;
using IntegrationHub.Mdm.Storage.Searching;
using IntegrationHub.Mdm.Storage.Writing;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace IntegrationHub.Mdm.Storage.Providers.Sqlite;

/// <summary>Prepared statements kept for the life of the connection, bound without parameter objects: a row costs little more than SQLite itself.</summary>
internal sealed class SqliteBulkWriter(sqlite3 database) : BulkWriter
{
    private readonly Dictionary<string, sqlite3_stmt> _statements = new(StringComparer.Ordinal);
    private readonly Dictionary<BulkTable, sqlite3_stmt> _rows = new(ReferenceEqualityComparer.Instance);
    private sqlite3_stmt? _row;
    private int _column;
    private SqliteStatement? _heads;

    public override void Begin(BulkTable table) => _row = Find(table) ?? Keep(
        table, $"INSERT INTO \"{table}\" ({Names(table)}) VALUES ({string.Join(',', table.Columns.Select(_ => '?'))})");

    public override void BeginUpdate(BulkTable table) => _row = Find(table) ?? Keep(
        table, $"UPDATE \"{table}\" SET {string.Join(',', table.Columns.Skip(1).Select((column, i) => $"\"{column.Name}\" = ?{i + 2}"))} WHERE \"{table.Columns[0].Name}\" = ?1");

    public override void Integer(long? value)
    {
        _column++;
        Check(value is { } number ? raw.sqlite3_bind_int64(_row!, _column, number) : raw.sqlite3_bind_null(_row!, _column));
    }

    public override void Bytes(ReadOnlyMemory<byte>? value)
    {
        _column++;
        Check(value switch
        {
            null => raw.sqlite3_bind_null(_row!, _column),
            { Length: 0 } => raw.sqlite3_bind_zeroblob(_row!, _column, 0),
            { } bytes => raw.sqlite3_bind_blob(_row!, _column, bytes.Span),
        });
    }

    public override void Form(ReadOnlySpan<byte> value)
    {
        _column++;
        Check(value.IsEmpty ? raw.sqlite3_bind_zeroblob(_row!, _column, 0) : raw.sqlite3_bind_blob(_row!, _column, value));
    }

    public override void EndRow()
    {
        _column = 0;
        Run(_row!);
    }

    public override void End() => _row = null;

    public override void Delete(string table, string column, IReadOnlyCollection<long> values)
    {
        if (values.Count == 0)
        {
            return;
        }

        var statement = Prepare($"DELETE FROM \"{table}\" WHERE \"{column}\" = ?");
        foreach (var value in values)
        {
            Check(raw.sqlite3_bind_int64(statement, 1, value));
            Run(statement);
        }
    }

    public override void Delete(string table, string first, string second, IReadOnlyCollection<(long First, long Second)> values)
    {
        if (values.Count == 0)
        {
            return;
        }

        var statement = Prepare($"DELETE FROM \"{table}\" WHERE \"{first}\" = ? AND \"{second}\" = ?");
        foreach (var (one, two) in values)
        {
            Check(raw.sqlite3_bind_int64(statement, 1, one));
            Check(raw.sqlite3_bind_int64(statement, 2, two));
            Run(statement);
        }
    }

    public override void Copy(BulkTable from, BulkTable to, string column, IReadOnlyCollection<long> values)
    {
        if (values.Count == 0)
        {
            return;
        }

        var statement = Prepare($"INSERT INTO \"{to}\" ({Names(to)}) SELECT {Names(to)} FROM \"{from}\" WHERE \"{column}\" = ?");
        foreach (var value in values)
        {
            Check(raw.sqlite3_bind_int64(statement, 1, value));
            Run(statement);
        }
    }

    public override IEnumerable<GoldenHead> Heads(RegistryContext context, IEnumerable<long> ids)
    {
        _heads ??= new SqliteStatement(
            database, "SELECT g.golden, g.row, g.state, g.last_change, g.connections, v.merged_into, v.terms FROM goldens g JOIN golden_versions v ON v.row = g.row WHERE g.golden = ?");
        foreach (var id in ids)
        {
            for (var rows = _heads.For(id); rows.Read();)
            {
                yield return new GoldenHead
                {
                    Golden = rows.Integer(0), Row = rows.Integer(1), State = rows.Integer(2), LastChange = rows.IntegerOrNull(3), Connections = rows.Integer(4),
                    MergedInto = rows.Integer(2) == (long)GoldenState.Merged ? rows.IntegerOrNull(5) : null, Terms = SearchTerms.Read(rows.Bytes(6)),
                };
            }
        }
    }

    public override void Dispose()
    {
        _heads?.Dispose();
        foreach (var statement in _statements.Values)
        {
            statement.Dispose();
        }
    }

    protected override void StoredTextValue(string? value)
    {
        _column++;
        Check(value is null ? raw.sqlite3_bind_null(_row!, _column) : raw.sqlite3_bind_text(_row!, _column, value));
    }

    private static string Names(BulkTable table) => string.Join(',', table.Columns.Select(column => $"\"{column.Name}\""));

    private sqlite3_stmt? Find(BulkTable table) => _rows.GetValueOrDefault(table);

    private sqlite3_stmt Keep(BulkTable table, string sql) => _rows[table] = Prepare(sql);

    private sqlite3_stmt Prepare(string sql)
    {
        if (!_statements.TryGetValue(sql, out var statement))
        {
            Check(raw.sqlite3_prepare_v2(database, sql, out statement));
            _statements[sql] = statement;
        }

        return statement;
    }

    private void Run(sqlite3_stmt statement)
    {
        var result = raw.sqlite3_step(statement);
        // A reset repeats the step's error code; the error is told once, below.
        _ = raw.sqlite3_reset(statement);
        if (result != raw.SQLITE_DONE)
        {
            _column = 0;
            Check(result);
        }
    }

    private void Check(int result)
    {
        if (result != raw.SQLITE_OK)
        {
            SqliteException.ThrowExceptionForRC(result, database);
        }
    }
}
