using System.Text;
using IntegrationHub.Tests.Storage.Kit;
using Microsoft.Data.Sqlite;

namespace IntegrationHub.Tests.Storage.Sqlite;

public sealed class Log_file
{
    [Fact]
    public async Task The_log_starts_over_while_pages_keep_coming()
    {
        await using var host = (SqliteHost)await SqliteHost.NewAsync();
        await using var stores = await host.OpenAsync();
        var writer = await Writer.TakeOverAsync(stores.Store);
        var body = new string('x', 4_000_000);
        for (var page = 1; page <= 90; page++)
        {
            await writer.CommitAsync(Writer.Page with { Records = [Make.Record(page, $"k{page}", body)] });
        }

        var log = new FileInfo(Path.Combine(host.Folder, "registry.db-wal")).Length;
        // All pages together are 360 MB; a busy machine starts over later, but starts over.
        Assert.InRange(log, 1, 320_000_000);
    }

    [Fact]
    public async Task Erased_values_leave_the_log_once_no_reader_looks_at_them()
    {
        await using var host = (SqliteHost)await SqliteHost.NewAsync();
        await using var stores = await host.OpenAsync();
        var writer = await Writer.TakeOverAsync(stores.Store);
        await writer.CommitAsync(Writer.Page with { Records = [Make.Record(1, "a", "GONEBODY")] });
        await using (var reader = new SqliteConnection($"Data Source={Path.Combine(host.Folder, "registry.db")};Pooling=False"))
        {
            await reader.OpenAsync();
            await using var transaction = reader.BeginTransaction(deferred: true);
            await using var command = reader.CreateCommand();
            (command.Transaction, command.CommandText) = (transaction, "SELECT count(*) FROM records");
            await command.ExecuteScalarAsync();
            await writer.CommitAsync(Writer.Page with { Erasures = [new Erasure([], [1], [[1]], [new RecordKey("crm", "a")])] });
        }

        await writer.CommitAsync(Writer.Page);
        Assert.DoesNotContain(await host.DumpAsync(), bytes => bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes("GONEBODY")) >= 0);
    }
}
