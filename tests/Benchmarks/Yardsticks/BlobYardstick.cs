using System.CommandLine;
using System.Diagnostics;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;

namespace IntegrationHub.Tests.Benchmarks.Yardsticks;

/// <summary>Yardstick 2: a bare program that writes one 1.7 kB blob a record into one table, a page a durable transaction.</summary>
internal static class BlobYardstick
{
    private const int BlobBytes = 1700;

    public static Command Command()
    {
        var records = new Option<int>("--records") { DefaultValueFactory = _ => 1_000_000, Description = "records to write" };
        var page = new Option<int>("--page") { DefaultValueFactory = _ => 1000, Description = "records a transaction" };
        var command = new Command("yardstick-blob", "one 1.7 kB blob a record into one SQLite table") { records, page };
        command.SetAction(result => Console.WriteLine(FormattableString.Invariant($"blob yardstick records/s {Run(result.GetValue(records), result.GetValue(page)):F0}")));
        return command;
    }

    /// <returns>Records a second.</returns>
    public static double Run(int records, int pageRecords)
    {
        var folder = Directory.CreateTempSubdirectory("hub-yardstick-");
        try
        {
            using var connection = new SqliteConnection($"Data Source={Path.Combine(folder.FullName, "blob.db")};Pooling=False");
            connection.Open();
            Execute(connection, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE blobs (id INTEGER PRIMARY KEY, body BLOB NOT NULL)");
            var body = RandomNumberGenerator.GetBytes(BlobBytes);
            var watch = Stopwatch.StartNew();
            for (var first = 0; first < records; first += pageRecords)
            {
                WritePage(connection, first, Math.Min(first + pageRecords, records), body);
            }

            return records / watch.Elapsed.TotalSeconds;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void WritePage(SqliteConnection connection, int first, int end, byte[] body)
    {
        using var transaction = connection.BeginTransaction();
        using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO blobs (id, body) VALUES ($id, $body)";
        var id = insert.Parameters.Add("$id", SqliteType.Integer);
        insert.Parameters.Add("$body", SqliteType.Blob).Value = body;
        for (var record = first; record < end; record++)
        {
            id.Value = record;
            insert.ExecuteNonQuery();
        }

        transaction.Commit();
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
