using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace IntegrationHub.Tests.Gis;

/// <summary>A real MapServer 8 behind a real nginx, both of the system's packages, on a free loopback port, over one GeoJSON layer; stopped by their own process ids.</summary>
public sealed class MapServer : IAsyncLifetime
{
    private const string Program = "/usr/lib/cgi-bin/mapserv", Spawner = "/usr/bin/spawn-fcgi", Front = "/usr/sbin/nginx";
    private const int Starts = 5;

    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    private readonly string folder = Directory.CreateTempSubdirectory("hub-mapserver-").FullName;
    private readonly List<Process> servers = [];

    /// <summary>The landing page of OGC API Features is <c>ogcapi</c> below it; WFS answers at <c>ows</c>.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1");

    /// <summary>What the layer holds. Each test class has a server, and so a layer, of its own.</summary>
    public Layer Layer => new(Path.Combine(folder, "adresses.geojson"));

    public async Task InitializeAsync()
    {
        var missing = new[] { (Program, "cgi-mapserver"), (Spawner, "spawn-fcgi"), (Front, "nginx-light") }.Where(program => !File.Exists(program.Item1)).Select(program => program.Item2).ToList();
        if (missing.Count > 0)
        {
            throw new InvalidOperationException($"MapServer or nginx is not installed: run 'apt-get install -y --no-install-recommends {string.Join(' ', missing)}', then the tests again");
        }

        Layer.Fill();
        for (var start = 1; !await StartAsync(); start++)
        {
            await StopAsync();
            if (start == Starts)
            {
                throw new InvalidOperationException($"MapServer did not start behind nginx: {await File.ReadAllTextAsync(Path.Combine(folder, "error.log"))}");
            }
        }
    }

    public async Task DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(folder, recursive: true);
    }

    // False when somebody else took the port meanwhile: then another one is tried.
    private async Task<bool> StartAsync()
    {
        Address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort()}/"));
        await MapServerFiles.WriteAsync(folder, Address);
        servers.Add(Run(Spawner, "-n", "-s", $"{folder}/mapserver.sock", "--", Program));
        servers.Add(Run(Front, "-c", $"{folder}/nginx.conf", "-p", folder, "-e", $"{folder}/error.log"));
        using var client = new HttpClient { BaseAddress = Address };
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < Deadline && !servers.Exists(server => server.HasExited);)
        {
            try
            {
                if ((await client.GetStringAsync(new Uri("ville/ogcapi/collections?f=json", UriKind.Relative))).Contains("\"adresses\"", StringComparison.Ordinal))
                {
                    return true;
                }
            }
            catch (HttpRequestException)
            {
                await Task.Delay(100); // not up yet
            }
        }

        return false;
    }

    private async Task StopAsync()
    {
        foreach (var server in servers)
        {
            if (!server.HasExited)
            {
                server.Kill();
                await server.WaitForExitAsync();
            }

            server.Dispose();
        }

        servers.Clear();
        File.Delete(Path.Combine(folder, "mapserver.sock"));
    }

    private Process Run(string program, params string[] arguments) => Process.Start(new ProcessStartInfo(program, arguments)
    {
        UseShellExecute = false,
        WorkingDirectory = folder,
        Environment = { ["MAPSERVER_CONFIG_FILE"] = Path.Combine(folder, "mapserver.conf") },
    })!;

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
