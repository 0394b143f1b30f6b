using System.Globalization;
using System.Text.Json;
using IntegrationHub.Host.Access;
using IntegrationHub.Hub.Feed;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace IntegrationHub.Host.Api;

/// <summary>The feed as server-sent events: for browsers and for whoever wants changes at once without polling.</summary>
public static class ChangeStream
{
    private const int Page = 500;

    // Under the time after which proxies cut a silent connection.
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(15);

    public static void MapChangeStream(this IEndpointRouteBuilder api) => api.MapGet("/changes/stream", ReadAsync).Does(Operation.ReadChanges).HasInventedPeople()
        .WithTags("Changes").WithName("streamChanges")
        .WithSummary("Server-sent events: 'id' is the cursor after the change; a client that comes back sends it as Last-Event-ID.")
        .Produces(StatusCodes.Status200OK, contentType: "text/event-stream").ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status410Gone);

    private static async Task<IResult> ReadAsync(
        HttpContext context, CurrentReader current, IOptions<JsonOptions> json, string? cursor, CancellationToken cancellationToken)
    {
        var at = context.Request.Headers["Last-Event-ID"] is [{ Length: > 0 } last] ? last : cursor;
        var (reader, feed) = (await current.OpenAsync(cancellationToken), await current.FeedAsync(cancellationToken));
        var response = context.Response;
        for (var begun = false; !cancellationToken.IsCancellationRequested;)
        {
            var read = await feed.ReadAsync(reader, at, Page, begun ? Quiet : TimeSpan.Zero, cancellationToken);
            if (read is not FeedRead.Page { Value: var page })
            {
                return Refuse(read, begun);
            }

            if (!begun)
            {
                begun = true;
                response.ContentType = "text/event-stream";
                response.Headers.CacheControl = "no-store";
                response.Headers["X-Accel-Buffering"] = "no";
                await response.WriteAsync("retry: 3000\n\n", cancellationToken);
            }

            foreach (var change in page.Changes)
            {
                var data = JsonSerializer.Serialize(ChangeDoors.Change.Of(change), json.Value.SerializerOptions);
                await response.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"id: {change.Cursor}\nevent: {change.Kind.ToString().ToLowerInvariant()}\ndata: {data}\n\n"), cancellationToken);
            }

            if (page.Changes.Count == 0 && !page.More)
            {
                await response.WriteAsync(": quiet\n\n", cancellationToken);
            }

            await response.Body.FlushAsync(cancellationToken);
            at = page.Next;
        }

        return Results.Empty;
    }

    // Once the stream has begun there is no status left to give: the client comes back with its last id and is told then.
    private static IResult Refuse(FeedRead read, bool begun) => begun ? Results.Empty : read switch
    {
        FeedRead.Expired expired => Problems.CursorExpired(expired.Detail),
        FeedRead.Malformed malformed => Problems.Invalid("cursor", malformed.Detail),
        _ => throw new InvalidOperationException("an unknown feed answer"),
    };
}
