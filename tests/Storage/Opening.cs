using IntegrationHub.Tests.Storage.Kit;
using IntegrationHub.Tests.Storage.PostgreSql;
using IntegrationHub.Tests.Storage.Sqlite;

namespace IntegrationHub.Tests.Storage;

public sealed class Opening(PostgreSqlServer server) : IClassFixture<PostgreSqlServer>
{
    [Fact]
    public async Task A_database_of_a_newer_program_is_refused_with_what_to_do()
    {
        await using var host = await SqliteHost.NewAsync();
        await host.ExecuteAsync("INSERT INTO __EFMigrationsHistory VALUES ('29990101000000_Later', '99')");

        var error = await Assert.ThrowsAsync<StorageException>(host.OpenAsync);
        Assert.Contains("29990101000000_Later", error.Message, StringComparison.Ordinal);
        Assert.Contains("newer version", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_registry_is_readable_by_its_own_account_alone()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var directory = Path.Combine(Path.GetTempPath(), $"hub-own-{Guid.NewGuid():N}");
        await using (await RegistryStores.OpenAsync(new StorageSettings { Directory = directory }))
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(directory));
        }

        Directory.Delete(directory, recursive: true);
    }

    [Fact]
    public async Task A_missing_setting_is_named()
    {
        Assert.Contains("storage.directory", (await Assert.ThrowsAsync<StorageException>(() => RegistryStores.OpenAsync(new StorageSettings()))).Message, StringComparison.Ordinal);
        var postgreSql = new StorageSettings { Provider = StorageProvider.PostgreSql };
        Assert.Contains("storage.connectionString", (await Assert.ThrowsAsync<StorageException>(() => RegistryStores.OpenAsync(postgreSql))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_away_gives_a_message_without_its_password()
    {
        var away = new StorageSettings { Provider = StorageProvider.PostgreSql, ConnectionString = "Host=127.0.0.1;Port=1;Username=hub;Password=TOPSECRET;Database=hub;Timeout=2" };

        var error = await Assert.ThrowsAsync<StorageException>(() => RegistryStores.OpenAsync(away));
        Assert.DoesNotContain("TOPSECRET", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_given_id_key_is_used_by_a_new_store_and_kept_by_an_old_one()
    {
        await using var host = new SqliteHost();
        var key = Enumerable.Range(0, 32).Select(i => (byte)i).ToArray();
        await using (var first = await RegistryStores.OpenAsync(host.Settings with { IdKey = key }))
        {
            Assert.Equal(key, (await first.Store.LoadStateAsync(default)).IdKey);
        }

        await using var second = await RegistryStores.OpenAsync(host.Settings with { IdKey = new byte[32] });
        Assert.Equal(key, (await second.Store.LoadStateAsync(default)).IdKey);
    }

    [Theory]
    [InlineData(StorageProvider.PostgreSql)]
    [InlineData(StorageProvider.Sqlite)]
    public async Task Several_nodes_may_open_a_new_database_at_once(StorageProvider provider)
    {
        await using var host = new SqliteHost();
        var settings = provider == StorageProvider.Sqlite ? host.Settings : new StorageSettings { Provider = provider, ConnectionString = await server.EmptyDatabaseAsync() };

        var nodes = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => RegistryStores.OpenAsync(settings))));
        var keys = await Task.WhenAll(nodes.Select(async node => Convert.ToHexString((await node.Store.LoadStateAsync(default)).IdKey)));
        Assert.Single(keys.Distinct());
        foreach (var node in nodes)
        {
            await node.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_program_killed_while_it_upgraded_does_not_lock_out_the_next_one()
    {
        await using var host = new SqliteHost();
        await host.ExecuteAsync("CREATE TABLE __EFMigrationsLock (Id INTEGER NOT NULL PRIMARY KEY, Timestamp TEXT NOT NULL); INSERT INTO __EFMigrationsLock VALUES (1, '2026-03-01 12:00:00')");

        await using var opened = await host.OpenAsync().WaitAsync(TimeSpan.FromSeconds(60));
        Assert.NotEmpty((await opened.Store.LoadStateAsync(default)).IdKey);
    }

    [Fact]
    public async Task Narrow_tables_of_the_embedded_file_have_one_tree_each()
    {
        await using var host = (SqliteHost)await SqliteHost.NewAsync();
        await using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(host.Folder, "registry.db")};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT group_concat(name, ' ') FROM (SELECT name FROM sqlite_master WHERE sql LIKE '%WITHOUT ROWID%' AND name NOT LIKE '\\_%' ESCAPE '\\' ORDER BY name)";

        Assert.Equal("change_touches golden_keys golden_names pairs retired suppressions", await command.ExecuteScalarAsync());
    }
}
