using System.Collections.Concurrent;
using System.Text.Json;
using IntegrationHub.Hub.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Subscriber;

namespace IntegrationHub.Tests.Delivery;

/// <summary>A subscriber that keeps a copy, and fails now and then: before it has taken an event, and after.</summary>
internal sealed class FaultyReceiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Random _random;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, long> _newest = new(StringComparer.Ordinal);
    private long _taken;

    private FaultyReceiver(WebApplication app, int seed) => (_app, _random) = (app, new Random(seed));

    public Copy Copy { get; } = new();

    public WebhookSecret Secret { get; } = WebhookSecret.Generate();

    public Uri Endpoint => new(_app.Urls.First() + "/hook");

    public long Taken => Interlocked.Read(ref _taken);

    /// <summary>People of whom an older state came after a newer one.</summary>
    public ConcurrentQueue<string> OutOfOrder { get; } = [];

    /// <summary>Deliveries whose signature was wrong.</summary>
    public int Forged { get; private set; }

    public static async Task<FaultyReceiver> StartAsync(int seed)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var receiver = new FaultyReceiver(builder.Build(), seed);
        receiver._app.MapPost("/hook", receiver.TakeAsync);
        await receiver._app.StartAsync();
        return receiver;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var luck = Next();
        if (luck is 0 or 1)
        {
            Fail(context, luck == 0);
            return;
        }

        Apply(context.Request.Headers, body.ToArray());
        if (luck is 2 or 3)
        {
            Fail(context, luck == 2);
        }
    }

    private int Next()
    {
        lock (_gate)
        {
            return _random.Next(60);
        }
    }

    private static void Fail(HttpContext context, bool politely)
    {
        if (politely)
        {
            context.Response.StatusCode = 500;
        }
        else
        {
            context.Abort();
        }
    }

    private void Apply(IHeaderDictionary headers, byte[] body)
    {
        var stamp = headers["webhook-timestamp"].ToString();
        var right = WebhookSignature.Verify(
            [Secret], headers["webhook-id"].ToString(), stamp, body, headers["webhook-signature"].ToString(),
            DateTimeOffset.FromUnixTimeSeconds(long.Parse(stamp)), TimeSpan.Zero);
        lock (_gate)
        {
            Forged += right ? 0 : 1;
            var told = JsonSerializer.Deserialize<JsonElement>(body);
            foreach (var person in told.GetProperty("data").GetProperty("people").EnumerateArray())
            {
                var (id, version) = (person.GetProperty("id").GetString()!, person.GetProperty("version").GetInt64());
                if (_newest.TryGetValue(id, out var newest) && newest > version)
                {
                    OutOfOrder.Enqueue($"{id} {version} after {newest}");
                }

                _newest[id] = version;
            }

            Copy.Apply(told);
        }

        Interlocked.Increment(ref _taken);
    }
}
