using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using IntegrationHub.Mdm.Storage;
using Npgsql;

namespace IntegrationHub.Tests.Storage.PostgreSql;

/// <summary>A PostgreSQL server from the system's packages, in a cluster of its own on a free loopback port; stopped by its own process id.</summary>
public sealed class PostgreSqlServer : IAsyncLifetime
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"hub-pg-{Guid.NewGuid():N}");
    private readonly int _port = FreePort();
    private int _database;
    private Task<string>? _template;

    /// <summary>Connection string of a new database, copied from one that was migrated once.</summary>
    public async Task<string> NewDatabaseAsync() => await CreateAsync($"TEMPLATE {await (_template ??= TemplateAsync())}");

    /// <summary>Connection string of a database with nothing in it.</summary>
    public Task<string> EmptyDatabaseAsync() => CreateAsync("");

    private async Task<string> TemplateAsync()
    {
        var connectionString = await CreateAsync("");
        await using (await RegistryStores.OpenAsync(new StorageSettings { Provider = StorageProvider.PostgreSql, ConnectionString = connectionString }))
        {
            return new NpgsqlConnectionStringBuilder(connectionString).Database!;
        }
    }

    private async Task<string> CreateAsync(string how)
    {
        var name = $"hub{Interlocked.Increment(ref _database)}";
        await using var connection = new NpgsqlConnection(ConnectionString("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"CREATE DATABASE {name} {how}", connection);
        await command.ExecuteNonQueryAsync();
        return ConnectionString(name);
    }

    public async Task InitializeAsync()
    {
        var tools = Tools();
        Directory.CreateDirectory(_folder);
        await RunAsync("chown", "postgres", _folder);
        await AsPostgresAsync($"{tools}/initdb -D {_folder}/data -A trust -E UTF8 --locale=C.UTF-8 --no-sync");
        await StartAsync();
    }

    public async Task DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        // pg_ctl reads the server's own process id from its data folder.
        await AsPostgresAsync($"{Tools()}/pg_ctl -D {_folder}/data -m immediate -w stop");
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Ends the server with SIGKILL, as a crash does.</summary>
    public async Task KillAsync()
    {
        using var server = Process.GetProcessById(int.Parse((await File.ReadAllLinesAsync($"{_folder}/data/postmaster.pid"))[0], System.Globalization.CultureInfo.InvariantCulture));
        server.Kill();
        await server.WaitForExitAsync();
    }

    /// <summary>Starts it on what it had written; it recovers by itself.</summary>
    public async Task StartAgainAsync()
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                await StartAsync();
                return;
            }
            catch (InvalidOperationException) when (tries < 60)
            {
                // Its children notice a moment later that it is gone; until then they hold its memory.
                await Task.Delay(200);
            }
        }
    }

    private Task StartAsync()
    {
        var options = $"-p {_port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=50";
        return AsPostgresAsync($"{Tools()}/pg_ctl -D {_folder}/data -l {_folder}/log -o \"{options}\" -w start");
    }

    private static string Tools()
    {
        var versions = Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql") : [];
        return versions.Select(version => Path.Combine(version, "bin")).LastOrDefault(bin => File.Exists(Path.Combine(bin, "initdb")))
            ?? throw new InvalidOperationException("PostgreSQL is not installed: run 'apt-get install -y --no-install-recommends postgresql', then the tests again");
    }

    private string ConnectionString(string database) => $"Host=127.0.0.1;Port={_port};Username=postgres;Database={database}";

    // PostgreSQL refuses to run as root.
    private static Task AsPostgresAsync(string command) =>
        Environment.UserName == "root" ? RunAsync("su", "postgres", "-s", "/bin/sh", "-c", command) : RunAsync("/bin/sh", "-c", command);

    private static async Task RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = "/", RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false };
        using var process = Process.Start(start)!;
        // The server inherits the pipes, so their end never comes: they are read, not waited for.
        var said = process.StandardError.ReadLineAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"'{program}' ended with {process.ExitCode}: {await said}");
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
