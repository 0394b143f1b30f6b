using System.Globalization;
using Microsoft.Data.Sqlite;

namespace IntegrationHub.Tests.Benchmarks.Yardsticks;

/// <summary>One table of a finished database, read in commit order and written again.</summary>
internal sealed class ReplayedTable : IDisposable
{
    private readonly SqliteCommand _select;
    private readonly SqliteDataReader _rows;
    private readonly SqliteCommand _insert;
    private readonly SqliteParameter[] _parameters;
    private readonly long _count;
    private readonly List<object[]> _page = [];
    private long _read;

    /// <param name="source">The finished database.</param>
    /// <param name="target">The empty one, with the same schema.</param>
    /// <param name="name">The table.</param>
    /// <param name="order">SQL that puts its rows in commit order.</param>
    public ReplayedTable(SqliteConnection source, SqliteConnection target, string name, string order)
    {
        _count = Count(source, name);
        _select = source.CreateCommand();
        _select.CommandText = $"SELECT t.* FROM \"{name}\" t {order}";
        _rows = _select.ExecuteReader();
        _insert = target.CreateCommand();
        _parameters = [.. Enumerable.Range(0, _rows.FieldCount).Select(i => new SqliteParameter($"$p{i}", null))];
        _insert.Parameters.AddRange(_parameters);
        _insert.CommandText = $"INSERT INTO \"{name}\" VALUES ({string.Join(',', _parameters.Select(p => p.ParameterName))})";
    }

    /// <summary>Reads this table's share of a page into memory, outside the clock.</summary>
    public void Fetch(long page, long pages)
    {
        _page.Clear();
        var end = _count * (page + 1) / pages;
        while (_read < end && _rows.Read())
        {
            var values = new object[_rows.FieldCount];
            _rows.GetValues(values);
            _page.Add(values);
            _read++;
        }
    }

    /// <returns>Rows written.</returns>
    public int Write(SqliteTransaction transaction)
    {
        _insert.Transaction = transaction;
        foreach (var values in _page)
        {
            for (var i = 0; i < values.Length; i++)
            {
                _parameters[i].Value = values[i];
            }

            _insert.ExecuteNonQuery();
        }

        return _page.Count;
    }

    public void Dispose()
    {
        _rows.Dispose();
        _select.Dispose();
        _insert.Dispose();
    }

    private static long Count(SqliteConnection source, string name)
    {
        using var command = source.CreateCommand();
        command.CommandText = $"SELECT count(*) FROM \"{name}\"";
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }
}
