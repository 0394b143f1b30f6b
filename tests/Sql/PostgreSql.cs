using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace IntegrationHub.Tests.Sql;

/// <summary>A real PostgreSQL of the system's packages, in a cluster of its own on a free loopback port; stopped by its own process id.</summary>
public sealed class PostgreSql : IAsyncLifetime
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"hub-sql-{Guid.NewGuid():N}");
    private readonly int port = FreePort();
    private int databases;

    /// <summary>A new database with this script run in it, which a role <c>lecteur</c> may read and not change.</summary>
    public async Task<string> DatabaseAsync(string script)
    {
        var name = $"compta{Interlocked.Increment(ref databases)}";
        await ExecuteAsync("postgres", $"CREATE DATABASE {name}");
        await ExecuteAsync(name, script);
        await ExecuteAsync(name, "GRANT SELECT ON ALL TABLES IN SCHEMA public TO lecteur");
        return name;
    }

    public string Reader(string database) => $"Host=127.0.0.1;Port={port};Username=lecteur;Database={database};Pooling=false";

    public async Task ExecuteAsync(string database, string script)
    {
        await using var connection = await OwnerAsync(database);
        await using var command = new NpgsqlCommand(script, connection);
        await command.ExecuteNonQueryAsync();
    }

    public async Task<NpgsqlConnection> OwnerAsync(string database)
    {
        var connection = new NpgsqlConnection($"Host=127.0.0.1;Port={port};Username=postgres;Database={database};Pooling=false");
        await connection.OpenAsync();
        return connection;
    }

    public async Task InitializeAsync()
    {
        Directory.CreateDirectory(folder);
        await RunAsync("chown", "postgres", folder);
        await AsPostgresAsync($"{Tools()}/initdb -D {folder}/data -A trust -E UTF8 --locale=C.UTF-8 --no-sync");
        await AsPostgresAsync($"{Tools()}/pg_ctl -D {folder}/data -l {folder}/log -o \"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=50\" -w start");
        await ExecuteAsync("postgres", "CREATE ROLE lecteur LOGIN");
    }

    public async Task DisposeAsync()
    {
        await AsPostgresAsync($"{Tools()}/pg_ctl -D {folder}/data -m immediate -w stop");
        Directory.Delete(folder, recursive: true);
    }

    private static string Tools()
    {
        var versions = Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql") : [];
        return versions.Select(version => Path.Combine(version, "bin")).LastOrDefault(bin => File.Exists(Path.Combine(bin, "initdb")))
            ?? throw new InvalidOperationException("PostgreSQL is not installed: run 'apt-get install -y --no-install-recommends postgresql', then the tests again");
    }

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
