using System.Collections.Concurrent;
using IntegrationHub.Hub.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.Tests.Host.Support;

/// <summary>A subscriber on loopback that takes every event whose signature is right.</summary>
internal sealed class SmallReceiver : IAsyncDisposable
{
    public const string SecretVariable = "HUB_TEST_SUBSCRIPTION_SECRET";

    private static readonly WebhookSecret Secret;
    private readonly WebApplication _app;

    // An explicit constructor: the variable must be there before the first document names it.
    static SmallReceiver()
    {
        Secret = WebhookSecret.Generate();
        Environment.SetEnvironmentVariable(SecretVariable, Secret.Reveal());
    }

    private SmallReceiver(WebApplication app) => _app = app;

    public ConcurrentQueue<string> Bodies { get; } = [];

    public string Text => string.Join('\n', Bodies);

    public Uri Endpoint => new(_app.Urls.First() + "/hook");

    public static async Task<SmallReceiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var receiver = new SmallReceiver(builder.Build());
        receiver._app.MapPost("/hook", async (HttpContext context) => await receiver.TakeAsync(context));
        await receiver._app.StartAsync();
        return receiver;
    }

    public async Task UntilAsync(Func<ConcurrentQueue<string>, bool> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!condition(Bodies))
        {
            await Task.Delay(10, patience.Token);
        }
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task<IResult> TakeAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var headers = context.Request.Headers;
        if (!WebhookSignature.Verify(
            [Secret], headers["webhook-id"].ToString(), headers["webhook-timestamp"].ToString(), body.ToArray(), headers["webhook-signature"].ToString(),
            TimeProvider.System.GetUtcNow(), TimeSpan.FromMinutes(5)))
        {
            return Results.Unauthorized();
        }

        Bodies.Enqueue(System.Text.Encoding.UTF8.GetString(body.ToArray()));
        return Results.NoContent();
    }
}
