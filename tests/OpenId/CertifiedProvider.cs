using System.Diagnostics;
using System.Text.Json;

namespace IntegrationHub.Tests.OpenId;

/// <summary>The certified provider of npm (oidc-provider), run by node on a free loopback port; stopped by its own process.</summary>
public sealed class CertifiedProvider : IAsyncDisposable
{
    public const string Secret = "a-secret-of-the-town-that-is-long-enough-7f3a";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process node;

    private CertifiedProvider(Process node, Uri issuer) => (this.node, Issuer) = (node, issuer);

    public Uri Issuer { get; }

    public static async Task<CertifiedProvider> StartAsync()
    {
        var package = Environment.GetEnvironmentVariable("HUB_TEST_OIDC") ?? Path.Combine(Root(), "artifacts", "npm", "node_modules", "oidc-provider");
        if (!Directory.Exists(package))
        {
            throw new InvalidOperationException("oidc-provider is not installed: run 'npm install --prefix artifacts/npm oidc-provider@9.13.3', then the tests again");
        }

        var started = Process.Start(new ProcessStartInfo("node", [Path.Combine(AppContext.BaseDirectory, "provider.mjs"), package])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        })!;
        started.ErrorDataReceived += static (_, _) => { }; // it warns that its store is in memory
        started.BeginErrorReadLine();
        return new CertifiedProvider(started, new Uri(await LineAsync(started, "http://")));
    }

    /// <summary>Tells it its client: only now is the hub's address known.</summary>
    public async Task KnowAsync(IEnumerable<Uri> callbacks, Uri left)
    {
        await node.StandardInput.WriteLineAsync(JsonSerializer.Serialize(new { callbacks = callbacks.Select(address => address.AbsoluteUri), left = left.AbsoluteUri, secret = Secret }));
        await node.StandardInput.FlushAsync();
        await LineAsync(node, "ready");
    }

    /// <summary>New keys; the old ones are no longer published.</summary>
    public async Task RotateAsync()
    {
        using var client = new HttpClient();
        (await client.GetAsync(new Uri(Issuer, "/test/rotate"))).EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync()
    {
        node.Kill();
        await node.WaitForExitAsync();
        node.Dispose();
    }

    private static async Task<string> LineAsync(Process node, string start)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (await node.StandardOutput.ReadLineAsync(limit.Token) is { } line)
        {
            if (line.StartsWith(start, StringComparison.Ordinal))
            {
                return line;
            }
        }

        throw new InvalidOperationException("the provider ended before it was ready");
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "IntegrationHub.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }
}
