using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace IntegrationHub.Tests.Hub.Bus;

/// <summary>A real RabbitMQ on loopback with a folder of its own; it can be killed and started again.</summary>
internal sealed class RabbitServer : IAsyncDisposable
{
    private const string Program = "/usr/lib/rabbitmq/bin/rabbitmq-server";
    private readonly string _folder = Directory.CreateTempSubdirectory("hub-rabbit-").FullName;
    private readonly int _port = FreePort();
    private readonly int _distribution = FreePort();
    private readonly int _mapper = FreePort();
    private readonly ConcurrentQueue<string> _said = [];
    private Process? _process;

    public static bool IsInstalled => File.Exists(Program);

    public string Address => string.Create(CultureInfo.InvariantCulture, $"rabbitmq://guest:guest@127.0.0.1:{_port}/");

    public async Task StartAsync()
    {
        foreach (var folder in new[] { "mnesia", "log" })
        {
            Directory.CreateDirectory(Path.Combine(_folder, folder));
        }

        var config = Path.Combine(_folder, "rabbitmq.conf");
        await File.WriteAllTextAsync(config, string.Create(CultureInfo.InvariantCulture, $"listeners.tcp.1 = 127.0.0.1:{_port}\nloopback_users.guest = true\nlog.console = true\n"));
        var start = new ProcessStartInfo(Program) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var (name, value) in new Dictionary<string, string>
        {
            ["HOME"] = _folder, ["ERL_EPMD_ADDRESS"] = "127.0.0.1", ["ERL_EPMD_PORT"] = $"{_mapper}", ["RABBITMQ_NODENAME"] = $"hub{_port}@localhost",
            ["RABBITMQ_BASE"] = _folder, ["RABBITMQ_MNESIA_BASE"] = Path.Combine(_folder, "mnesia"), ["RABBITMQ_LOG_BASE"] = Path.Combine(_folder, "log"),
            ["RABBITMQ_CONFIG_FILE"] = config, ["RABBITMQ_PID_FILE"] = Path.Combine(_folder, "pid"), ["RABBITMQ_DIST_PORT"] = $"{_distribution}",
            ["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"] = "-kernel inet_dist_use_interface {127,0,0,1}",
        })
        {
            start.Environment[name] = value;
        }

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(240));
        Launch(start);
        while (!await AnswersAsync())
        {
            if (patience.IsCancellationRequested)
            {
                throw new TimeoutException($"the broker does not answer; it said last: {string.Join(" | ", _said.TakeLast(30))}");
            }

            // It gives up where the port mapper still holds the killed one's name, or its port is in somebody's use for a moment.
            if (_process!.HasExited)
            {
                Launch(start);
            }

            await Task.Delay(200);
        }
    }

    private void Launch(ProcessStartInfo start)
    {
        _process?.Dispose();
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => _said.Enqueue(line.Data ?? "");
        _process.ErrorDataReceived += (_, line) => _said.Enqueue(line.Data ?? "");
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Ends it without a word, as a crash does.</summary>
    public async Task KillAsync()
    {
        if (_process is { HasExited: false })
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process?.Dispose();

        // The broker starts a port mapper that outlives it; this one is ours alone, by its port.
        var stop = new ProcessStartInfo("epmd", ["-port", _mapper.ToString(CultureInfo.InvariantCulture), "-kill"]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        using (var mapper = Process.Start(stop)!)
        {
            await mapper.WaitForExitAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, _port);
            await client.GetStream().WriteAsync("AMQP\0\0\u0009\u0001"u8.ToArray());
            return await client.GetStream().ReadAsync(new byte[1]).AsTask().WaitAsync(TimeSpan.FromSeconds(2)) == 1;
        }
        catch (Exception error) when (error is SocketException or IOException or TimeoutException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
