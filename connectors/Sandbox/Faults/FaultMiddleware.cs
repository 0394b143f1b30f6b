using Microsoft.AspNetCore.Http;

namespace IntegrationHub.Connectors.Sandbox.Faults;

/// <summary>Lets requests meet the fault that is switched on, or that they ask for in <c>X-Sandbox-Fault</c>.</summary>
internal sealed class FaultMiddleware(FaultSwitch faults, TimeProvider time)
{
    public const string Header = "X-Sandbox-Fault";

    private static readonly TimeSpan Late = TimeSpan.FromSeconds(2);

    private volatile byte[]? page;

    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var kind = Asked(context) ?? faults.Next(context.Request.Path);
        switch (kind)
        {
            case FaultKind.Slow:
                await Task.Delay(Late, time, context.RequestAborted);
                await next(context);
                break;
            case FaultKind.Timeout:
                await Task.Delay(Timeout.InfiniteTimeSpan, time, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                break;
            case FaultKind.Cut:
                await CutAsync(context, next);
                break;
            case FaultKind.LostAnswer:
                await CaptureAsync(context, next);
                context.Abort();
                break;
            case FaultKind.Garbage:
                await WriteAsync(context, 200, "<html><body><h1>It works!{</body"u8.ToArray());
                break;
            case FaultKind.DuplicatePage when page is { } before:
                await WriteAsync(context, 200, before);
                break;
            case null or FaultKind.LateCommit or FaultKind.DuplicatePage when !faults.Is(FaultKind.DuplicatePage):
                await next(context);
                break;
            case null or FaultKind.LateCommit or FaultKind.DuplicatePage:
                page = await CaptureAsync(context, next);
                await context.Response.Body.WriteAsync(page, context.RequestAborted);
                break;
            default:
                await StatusAsync(context, kind.Value);
                break;
        }
    }

    private static FaultKind? Asked(HttpContext context) =>
        context.Request.Headers.TryGetValue(Header, out var asked) && Enum.TryParse<FaultKind>(asked.ToString().Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var kind) ? kind : null;

    private static Task StatusAsync(HttpContext context, FaultKind kind)
    {
        var (status, wait) = kind switch
        {
            FaultKind.Unauthorized => (401, null),
            FaultKind.Forbidden => (403, null),
            FaultKind.NotFound => (404, null),
            FaultKind.TooManyRequests => (429, "1"),
            FaultKind.LongThrottle => (429, "120"),
            FaultKind.Unavailable => (503, null),
            _ => (500, (string?)null),
        };
        if (wait is not null)
        {
            context.Response.Headers.RetryAfter = wait;
        }

        return WriteAsync(context, status, "{\"error\":\"sandbox fault\"}"u8.ToArray());
    }

    private static async Task WriteAsync(HttpContext context, int status, byte[] body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }

    private static async Task CutAsync(HttpContext context, RequestDelegate next)
    {
        var body = await CaptureAsync(context, next);
        context.Response.ContentLength = body.Length + 100;
        await context.Response.Body.WriteAsync(body.AsMemory(0, body.Length / 2), context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
        context.Abort();
    }

    private static async Task<byte[]> CaptureAsync(HttpContext context, RequestDelegate next)
    {
        var real = context.Response.Body;
        using var copy = new MemoryStream();
        context.Response.Body = copy;
        try
        {
            await next(context);
        }
        finally
        {
            context.Response.Body = real;
        }

        return copy.ToArray();
    }
}
