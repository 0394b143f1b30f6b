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
    private readonly Dictionary<BulkTable, nint> _rows = new(ReferenceEqualityComparer.Instance);
    private nint _row;
    private byte[] _text = new byte[512];
    private int _column;
    private SqliteStatement? _heads;

    public override void Begin(BulkTable table) => _row = Find(table) is not 0 and var row ? row : Keep(
        table, $"INSERT INTO \"{table}\" ({Names(table)}) VALUES ({string.Join(',', table.Columns.Select(_ => '?'))})");

    public override void BeginUpdate(BulkTable table) => _row = Find(table) is not 0 and var row ? row : Keep(
        table, $"UPDATE \"{table}\" SET {string.Join(',', table.Columns.Skip(1).Select((column, i) => $"\"{column.Name}\" = ?{i + 2}"))} WHERE \"{table.Columns[0].Name}\" = ?1");

    public override void Integer(long? value)
    {
        _column++;
        Check(value is { } number ? SqliteNative.BindInteger(_row, _column, number) : SqliteNative.BindNull(_row, _column));
    }

    public override void Bytes(ReadOnlyMemory<byte>? value)
    {
        _column++;
        Check(value is { } bytes ? SqliteNative.BindBytes(_row, _column, bytes.Span) : SqliteNative.BindNull(_row, _column));
    }

    public override void Form(ReadOnlySpan<byte> value)
    {
        _column++;
        Check(SqliteNative.BindBytes(_row, _column, value));
    }

    public override void EndRow()
    {
        _column = 0;
        Run(_row);
    }

    public override void End() => _row = 0;

    public override void Delete(string table, string column, IReadOnlyCollection<long> values)
    {
        if (values.Count == 0)
        {
            return;
        }

        var statement = Prepare($"DELETE FROM \"{table}\" WHERE \"{column}\" = ?");
        foreach (var value in values)
        {
            Check(SqliteNative.BindInteger(statement, 1, value));
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
            Check(SqliteNative.BindInteger(statement, 1, one));
            Check(SqliteNative.BindInteger(statement, 2, two));
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
            Check(SqliteNative.BindInteger(statement, 1, value));
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
        if (value is null)
        {
            Check(SqliteNative.BindNull(_row, _column));
            return;
        }

        if (value.Length * 3 > _text.Length)
        {
            _text = new byte[value.Length * 3];
        }

        Check(SqliteNative.BindText(_row, _column, _text.AsSpan(0, System.Text.Encoding.UTF8.GetBytes(value, _text))));
    }

    private static string Names(BulkTable table) => string.Join(',', table.Columns.Select(column => $"\"{column.Name}\""));

    private nint Find(BulkTable table) => _rows.GetValueOrDefault(table);

    private nint Keep(BulkTable table, string sql) => _rows[table] = Prepare(sql);

    private nint Prepare(string sql)
    {
        if (!_statements.TryGetValue(sql, out var statement))
        {
            Check(raw.sqlite3_prepare_v2(database, sql, out statement));
            _statements[sql] = statement;
        }

        return statement.DangerousGetHandle();
    }

    private void Run(nint statement)
    {
        var result = SqliteNative.Step(statement);
        // A reset repeats the step's error code; the error is told once, below.
        _ = SqliteNative.Reset(statement);
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
