using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace IntegrationHub.Tests.Benchmarks.Yardsticks;

/// <summary>Yardstick 1: a bare program that replays a finished database's rows in commit order into the same schema, indexes, pragmas and page size.</summary>
/// <remarks>Reading the finished database is outside the clock, so the yardstick is as fast as plain inserts can be.</remarks>
internal static class ReplayYardstick
{
    /// <param name="finished">Path of the finished database.</param>
    /// <param name="pragmas">The product's own connection pragmas.</param>
    /// <param name="records">Source records it holds: the unit of the rate.</param>
    /// <param name="pageRecords">Records a transaction.</param>
    /// <param name="commitOrder">ORDER BY (and joins) by table, where primary-key order is not commit order.</param>
    /// <returns>Records a second over the whole, and per page in order.</returns>
    public static Pace Run(string finished, string pragmas, int records, int pageRecords, IReadOnlyDictionary<string, string> commitOrder)
    {
        var folder = Directory.CreateTempSubdirectory("hub-yardstick-");
        try
        {
            using var source = Open(finished, "PRAGMA query_only=ON");
            var (tables, schema) = Schema(source);
            using var target = Open(Path.Combine(folder.FullName, "replay.db"), pragmas);
            Execute(target, string.Join(";\n", schema));
            var replayed = tables.Select(table => new ReplayedTable(source, target, table, commitOrder.GetValueOrDefault(table, ""))).ToList();
            var pages = (records + pageRecords - 1) / pageRecords;
            var pace = new Pace(pageRecords);
            for (var page = 0; page < pages; page++)
            {
                replayed.ForEach(table => table.Fetch(page, pages));
                var watch = Stopwatch.StartNew();
                using var transaction = target.BeginTransaction();
                replayed.ForEach(table => table.Write(transaction));
                transaction.Commit();
                pace.Add(watch.Elapsed);
            }

            replayed.ForEach(table => table.Dispose());
            return pace;
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    private static (List<string> Tables, List<string> Schema) Schema(SqliteConnection source)
    {
        var tables = new List<string>();
        var schema = new List<string>();
        using var command = source.CreateCommand();
        command.CommandText = "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY type DESC, rowid";
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            schema.Add(reader.GetString(2));
            if (reader.GetString(0) == "table")
            {
                tables.Add(reader.GetString(1));
            }
        }

        return (tables, schema);
    }

    private static SqliteConnection Open(string path, string pragmas)
    {
        var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        Execute(connection, pragmas);
        return connection;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
