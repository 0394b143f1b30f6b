using IntegrationHub.Connectors.Sandbox.Faults;
using IntegrationHub.Connectors.Sandbox.Town;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.Connectors.Sandbox.Serving;

/// <summary>One fake system on loopback, by Kestrel.</summary>
public sealed class SandboxServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly SandboxContext context;

    private SandboxServer(WebApplication server, SandboxContext filled, Uri address) => (app, context, Address) = (server, filled, address);

    /// <summary>Where the system answers, with its base path and a slash.</summary>
    public Uri Address { get; }

    public FaultSwitch Faults => context.Faults;

    /// <summary>How often a record was really changed since the town moved in.</summary>
    public int Changes => context.Changes;

    /// <summary>Requests that came, and those among them answered 429 because there were too many; of a system that counts them.</summary>
    public (long All, long Throttled) Requests => (context.Requests, context.Throttled);

    /// <summary>What the system was filled from.</summary>
    public Town.Town Town => context.Town;

    /// <summary>Starts a system over a town of its own, or over the one it is given.</summary>
    public static async Task<SandboxServer> StartAsync(SandboxSystem system, SandboxOptions? options, CancellationToken cancellationToken = default)
    {
        var chosen = options ?? new SandboxOptions();
        var filled = new SandboxContext(chosen.Town ?? IntegrationHub.Connectors.Sandbox.Town.Town.Generate(new TownSettings { Seed = chosen.Seed, People = chosen.People }), chosen);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{chosen.Port}").ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = null);
        var server = builder.Build();
        var faults = new FaultMiddleware(filled.Faults, chosen.Time);
        server.UseWhen(static request => !request.Request.Path.StartsWithSegments(FaultDoors.Path, StringComparison.Ordinal), inner => inner.Use(faults.InvokeAsync));
        server.UseRouting();
        FaultDoors.Map(server, filled.Faults);
        system.Map(server, filled);
        await server.StartAsync(cancellationToken);
        filled.Address = new Uri(server.Urls.First());
        return new SandboxServer(server, filled, new Uri(filled.Address, system.BasePath + "/"));
    }

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await app.StopAsync(now.Token); // a request that hangs on purpose is not waited for
        await app.DisposeAsync();
    }
}
