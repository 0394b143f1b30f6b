using System.Data;
using System.Data.SqlTypes;
using IntegrationHub.Mdm.Storage.Writing;
using Microsoft.Data.SqlClient;

namespace IntegrationHub.Mdm.Storage.Providers.SqlServer;

/// <summary>Multi-row parameter batches of <see cref="SqlServerStatements"/>, cut at the server's limits.</summary>
internal sealed class SqlServerBulkWriter(SqlConnection connection) : BulkWriter
{
    /// <summary>SQL Server takes 2 100 parameters a command.</summary>
    private const int MostParameters = 2000;

    /// <summary>Keys of one IN list or pair list: few sizes of statements, so that plans are found again.</summary>
    private const int ListLength = 250;

    private readonly List<SqlParameter> _values = [];
    private BulkTable? _table;
    private bool _update;
    private int _rows;

    /// <summary>The transaction the commands run in; a new one each page.</summary>
    public SqlTransaction? Transaction { get; set; }

    public override void Begin(BulkTable table) => (_table, _update) = (table, false);

    public override void BeginUpdate(BulkTable table) => (_table, _update) = (table, true);

    public override void Integer(long? value) => _values.Add(new SqlParameter(Next(), SqlDbType.BigInt) { Value = value is { } number ? number : DBNull.Value });

    public override void Bytes(ReadOnlyMemory<byte>? value) =>
        _values.Add(new SqlParameter(Next(), SqlDbType.VarBinary, -1) { Value = value is { } bytes ? new SqlBinary(bytes.ToArray()) : DBNull.Value });

    public override void EndRow()
    {
        _rows++;
        if (_rows >= Math.Clamp(MostParameters / _table!.Columns.Length, 1, 100))
        {
            Flush();
        }
    }

    public override void End() => Flush();

    public override void Delete(string table, string column, IReadOnlyCollection<long> values)
    {
        foreach (var list in values.Chunk(ListLength))
        {
            Execute(SqlServerStatements.Delete(table, column, list.Length), list);
        }
    }

    public override void Delete(string table, string first, string second, IReadOnlyCollection<(long First, long Second)> values)
    {
        foreach (var list in values.Chunk(ListLength))
        {
            Execute(SqlServerStatements.Delete(table, first, second, list.Length), list.SelectMany(pair => new[] { pair.First, pair.Second }));
        }
    }

    public override void Copy(BulkTable from, BulkTable to, string column, IReadOnlyCollection<long> values)
    {
        foreach (var list in values.Chunk(ListLength))
        {
            Execute(SqlServerStatements.Copy(from, to, column, list.Length), list);
        }
    }

    /// <summary>Forgets rows that an exception left behind.</summary>
    public void Reset()
    {
        _values.Clear();
        _rows = 0;
    }

    public override void Dispose() => Reset();

    protected override void StoredTextValue(string? value) =>
        _values.Add(new SqlParameter(Next(), SqlDbType.NVarChar, value?.Length > 4000 ? -1 : 4000) { Value = (object?)value ?? DBNull.Value });

    private string Next() => SqlServerStatements.Parameter(_values.Count);

    private void Flush()
    {
        if (_rows > 0)
        {
            Execute(_update ? SqlServerStatements.Update(_table!, _rows) : SqlServerStatements.Insert(_table!, _rows), _values);
        }

        Reset();
    }

    private void Execute(string sql, IEnumerable<long> values) =>
        Execute(sql, [.. values.Select((value, i) => new SqlParameter(SqlServerStatements.Parameter(i), SqlDbType.BigInt) { Value = value })]);

    private void Execute(string sql, List<SqlParameter> parameters)
    {
        using var command = new SqlCommand(sql, connection, Transaction);
        command.Parameters.AddRange([.. parameters]);
        command.ExecuteNonQuery();
        command.Parameters.Clear();
    }
}
