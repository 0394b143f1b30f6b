using System.Text;
using IntegrationHub.Tests.Storage.Kit;
using Microsoft.Data.SqlClient;

namespace IntegrationHub.Tests.Storage.SqlServer;

/// <summary>The server that <c>HUB_TEST_SQLSERVER</c> names, with a database for each test.</summary>
internal sealed class SqlServerHost : StorageHost
{
    private readonly string _connectionString;

    private SqlServerHost(string connectionString) => _connectionString = connectionString;

    public override StorageSettings Settings => new() { Provider = StorageProvider.SqlServer, ConnectionString = _connectionString };

    public static async Task<StorageHost> NewAsync()
    {
        var server = SqlServerFactAttribute.Server ?? throw new InvalidOperationException("HUB_TEST_SQLSERVER is not set");
        var name = $"hub_{Guid.NewGuid():N}";
        await using var connection = new SqlConnection(server);
        await connection.OpenAsync();
        await using var command = new SqlCommand($"CREATE DATABASE [{name}]", connection);
        await command.ExecuteNonQueryAsync();
        return new SqlServerHost(new SqlConnectionStringBuilder(server) { InitialCatalog = name }.ToString());
    }

    public override async Task<IReadOnlyList<byte[]>> DumpAsync()
    {
        await using var connection = new SqlConnection(_connectionString);
        await connection.OpenAsync();
        var tables = new List<string>();
        await using (var list = new SqlCommand("SELECT TABLE_NAME FROM INFORMATION_SCHEMA.TABLES", connection))
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
            await using var select = new SqlCommand($"SELECT * FROM [{table}]", connection);
            await using var reader = await select.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                for (var i = 0; i < reader.FieldCount; i++)
                {
                    dump.Add(reader.GetValue(i) switch { byte[] bytes => bytes, var value => Encoding.UTF8.GetBytes($"{value}") });
                }
            }
        }

        return dump;
    }

    public override async Task ExecuteAsync(string sql)
    {
        await using var connection = new SqlConnection(_connectionString);
        await connection.OpenAsync();
        await using var command = new SqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        SqlConnection.ClearAllPools();
        var builder = new SqlConnectionStringBuilder(_connectionString);
        var name = builder.InitialCatalog;
        await using var connection = new SqlConnection(SqlServerFactAttribute.Server);
        await connection.OpenAsync();
        await using var command = new SqlCommand($"DROP DATABASE [{name}]", connection);
        await command.ExecuteNonQueryAsync();
    }
}
