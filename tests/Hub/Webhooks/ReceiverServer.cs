using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.Tests.Hub.Webhooks;

/// <summary>A subscriber over real HTTP on loopback, which answers as a test says.</summary>
internal sealed class ReceiverServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ReceiverServer(WebApplication app) => _app = app;

    public ConcurrentQueue<Received> Calls { get; } = [];

    /// <summary>What to answer; the default takes everything.</summary>
    public Func<Received, HttpContext, Task> Answer { get; set; } = (_, context) =>
    {
        context.Response.StatusCode = 204;
        return Task.CompletedTask;
    };

    public Uri Endpoint => new(_app.Urls.First() + "/hook");

    public static async Task<ReceiverServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new ReceiverServer(builder.Build());
        server._app.MapPost("/hook", server.TakeAsync);
        await server._app.StartAsync();
        return server;
    }

    /// <summary>Waits until the calls fulfil a condition.</summary>
    public async Task UntilAsync(Func<IReadOnlyList<Received>, bool> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        while (!condition([.. Calls]))
        {
            await Task.Delay(5, patience.Token);
        }
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var call = new Received(
            context.Request.Headers["webhook-id"].ToString(),
            context.Request.Headers["webhook-timestamp"].ToString(),
            context.Request.Headers["webhook-signature"].ToString(),
            context.Request.ContentType ?? "",
            body.ToArray());
        Calls.Enqueue(call);
        await Answer(call, context);
    }
}
