using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.Tests.Benchmarks.Publishing;

/// <summary>A receiver on loopback that reads the body, counts and answers.</summary>
internal sealed class CountingReceiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Func<string, string, Task> _taken;
    private long _count;

    private CountingReceiver(WebApplication app, Func<string, string, Task> taken) => (_app, _taken) = (app, taken);

    public long Count => Interlocked.Read(ref _count);

    /// <param name="taken">Called with the path and the <c>webhook-id</c> of each delivery before it is answered; null only counts.</param>
    public static async Task<CountingReceiver> StartAsync(Func<string, string, Task>? taken = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = "Receiver" });
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var receiver = new CountingReceiver(builder.Build(), taken ?? ((_, _) => Task.CompletedTask));
        receiver._app.Run(receiver.TakeAsync);
        await receiver._app.StartAsync();
        return receiver;
    }

    public Uri Endpoint(string name = "hook") => new($"{_app.Urls.First()}/{name}");

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        await context.Request.Body.CopyToAsync(Stream.Null);
        Interlocked.Increment(ref _count);
        await _taken(context.Request.Path.Value![1..], context.Request.Headers["webhook-id"].ToString());
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }
}
