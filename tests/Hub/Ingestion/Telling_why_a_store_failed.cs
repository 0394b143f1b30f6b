using IntegrationHub.Hub.Ingestion;
using Microsoft.Data.Sqlite;

namespace IntegrationHub.Tests.Hub.Ingestion;

public sealed class Telling_why_a_store_failed
{
    [Fact]
    public async Task What_SQLite_itself_throws_on_a_full_disk_is_called_so()
    {
        await using var full = new SqliteConnection("Data Source=:memory:");
        await full.OpenAsync();
        await RunAsync(full, "CREATE TABLE a (b BLOB)");
        await RunAsync(full, "PRAGMA max_page_count = 2");
        var error = await Assert.ThrowsAsync<SqliteException>(() => RunAsync(full, "INSERT INTO a VALUES (zeroblob(1000000))"));
        Assert.Equal("store.full", StoreFailure.Judge(error).Code);
    }

    private static async Task RunAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the texts are this test's own
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
