using IntegrationHub.Tests.Storage.Kit;
using Npgsql;

namespace IntegrationHub.Tests.Storage.PostgreSql;

/// <summary>One database on the tests' PostgreSQL server.</summary>
internal sealed class PostgreSqlHost(string connectionString) : StorageHost
{
    public override StorageSettings Settings => new() { Provider = StorageProvider.PostgreSql, ConnectionString = connectionString };

    public override async Task<IReadOnlyList<byte[]>> DumpAsync()
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        var tables = new List<string>();
        await using (var list = new NpgsqlCommand("SELECT tablename FROM pg_tables WHERE schemaname = 'public'", connection))
        await using (var reader = await list.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
            {
                tables.Add(reader.GetString(0));
            }
        }

        var dump = new List<byte[]>();
        foreach (var table in tables)
        {
            var bytes = new MemoryStream();
            await using var copy = await connection.BeginRawBinaryCopyAsync($"COPY \"{table}\" TO STDOUT (FORMAT BINARY)");
            await copy.CopyToAsync(bytes);
            dump.Add(bytes.ToArray());
        }

        return dump;
    }

    public override async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
