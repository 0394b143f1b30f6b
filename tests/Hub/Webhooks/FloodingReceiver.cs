using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace IntegrationHub.Tests.Hub.Webhooks;

/// <summary>Takes every call and answers it with a hundred megabytes, as fast as they are taken; a bare socket, so that what left is known.</summary>
internal sealed class FloodingReceiver : IAsyncDisposable
{
    private const int Answer = 100 << 20;
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _serving;
    private long _sent;
    private int _calls;

    public FloodingReceiver()
    {
        _listener.Start();
        _serving = ServeAsync();
    }

    public Uri Endpoint => new($"http://{_listener.LocalEndpoint}/hook");

    public int Calls => Volatile.Read(ref _calls);

    public long Sent => Interlocked.Read(ref _sent);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        while (true)
        {
            using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
            try
            {
                await FloodAsync(client.GetStream());
            }
            catch (IOException)
            {
                // The hub hung up.
            }
        }
    }

    private async Task FloodAsync(NetworkStream stream)
    {
        await ReadRequestAsync(stream);
        Interlocked.Increment(ref _calls);
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Length: {Answer}\r\n\r\n"), _stop.Token);
        var block = new byte[1 << 16];
        for (var sent = 0; sent < Answer; sent += block.Length)
        {
            await stream.WriteAsync(block, _stop.Token);
            Interlocked.Add(ref _sent, block.Length);
        }
    }

    private async Task ReadRequestAsync(NetworkStream stream)
    {
        var (text, buffer) = (new StringBuilder(), new byte[4096]);
        while (true)
        {
            var read = await stream.ReadAsync(buffer, _stop.Token);
            text.Append(Encoding.ASCII.GetString(buffer, 0, read));
            var (all, head) = (text.ToString(), text.ToString().IndexOf("\r\n\r\n", StringComparison.Ordinal));
            if (read == 0 || (head >= 0 && all.Length - head - 4 >= Length(all[..head])))
            {
                return;
            }
        }
    }

    private static int Length(string head) => head.Split("\r\n").Where(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))
        .Select(line => int.Parse(line.Split(':')[1], CultureInfo.InvariantCulture)).Single();
}
