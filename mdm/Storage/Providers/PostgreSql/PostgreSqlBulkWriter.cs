using IntegrationHub.Mdm.Storage.Writing;
using Npgsql;
using NpgsqlTypes;

namespace IntegrationHub.Mdm.Storage.Providers.PostgreSql;

/// <summary>Binary COPY into the tables themselves; deletes and updates by arrays of keys.</summary>
internal sealed class PostgreSqlBulkWriter(NpgsqlConnection connection) : BulkWriter
{
    private NpgsqlBinaryImporter? _copy;
    private BulkTable? _update;
    private bool _rowOpen;

    public override void Begin(BulkTable table) => _copy = connection.BeginBinaryImport($"COPY \"{table}\" ({Names(table)}) FROM STDIN (FORMAT BINARY)");

    /// <summary>The rows go to a temporary table first; one statement then moves their values.</summary>
    public override void BeginUpdate(BulkTable table)
    {
        _update = table;
        using (var create = new NpgsqlCommand(
            $"CREATE TEMP TABLE IF NOT EXISTS \"stage_{table}\" ON COMMIT DELETE ROWS AS SELECT {Names(table)} FROM \"{table}\" WITH NO DATA", connection))
        {
            create.ExecuteNonQuery();
        }

        _copy = connection.BeginBinaryImport($"COPY \"stage_{table}\" ({Names(table)}) FROM STDIN (FORMAT BINARY)");
    }

    public override void Integer(long? value)
    {
        var copy = Row();
        if (value is { } number)
        {
            copy.Write(number, NpgsqlDbType.Bigint);
        }
        else
        {
            copy.WriteNull();
        }
    }

    public override void Bytes(ReadOnlyMemory<byte>? value)
    {
        var copy = Row();
        if (value is { } bytes)
        {
            copy.Write(bytes, NpgsqlDbType.Bytea);
        }
        else
        {
            copy.WriteNull();
        }
    }

    public override void EndRow() => _rowOpen = false;

    public override void End()
    {
        _copy!.Complete();
        var update = _update;
        Reset();
        if (update is not null)
        {
            var key = update.Columns[0].Name;
            var values = string.Join(',', update.Columns.Skip(1).Select(column => $"\"{column.Name}\" = s.\"{column.Name}\""));
            Execute($"UPDATE \"{update}\" AS t SET {values} FROM \"stage_{update}\" AS s WHERE t.\"{key}\" = s.\"{key}\"", 1);
        }
    }

    public override void Delete(string table, string column, IReadOnlyCollection<long> values) =>
        Execute($"DELETE FROM \"{table}\" WHERE \"{column}\" = ANY($1)", values.Count, values);

    public override void Delete(string table, string first, string second, IReadOnlyCollection<(long First, long Second)> values) => Execute(
        $"DELETE FROM \"{table}\" AS t USING unnest($1, $2) AS k(a, b) WHERE t.\"{first}\" = k.a AND t.\"{second}\" = k.b",
        values.Count, values.Select(pair => pair.First), values.Select(pair => pair.Second));

    public override void Copy(BulkTable from, BulkTable to, string column, IReadOnlyCollection<long> values) =>
        Execute($"INSERT INTO \"{to}\" ({Names(to)}) SELECT {Names(to)} FROM \"{from}\" WHERE \"{column}\" = ANY($1)", values.Count, values);

    /// <summary>Gives up a COPY that an exception left open, so that the connection can roll back.</summary>
    public void Reset()
    {
        _copy?.Dispose();
        _copy = null;
        _update = null;
        _rowOpen = false;
    }

    public override void Dispose() => Reset();

    protected override void StoredTextValue(string? value)
    {
        var copy = Row();
        if (value is not null)
        {
            copy.Write(value, NpgsqlDbType.Text);
        }
        else
        {
            copy.WriteNull();
        }
    }

    private static string Names(BulkTable table) => string.Join(',', table.Columns.Select(column => $"\"{column.Name}\""));

    private NpgsqlBinaryImporter Row()
    {
        if (!_rowOpen)
        {
            _copy!.StartRow();
            _rowOpen = true;
        }

        return _copy!;
    }

    private void Execute(string sql, int count, params IEnumerable<long>[] arrays)
    {
        if (count == 0)
        {
            return;
        }

        using var command = new NpgsqlCommand(sql, connection);
        foreach (var array in arrays)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = array.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint });
        }

        command.ExecuteNonQuery();
    }
}
