using System.Text.Json;
using Subscriber;

var signature = new Signature(Environment.GetEnvironmentVariable("SUBSCRIBER_SECRET") ?? throw new InvalidOperationException("set SUBSCRIBER_SECRET to the subscription's whsec_… secret"), TimeProvider.System);
var copy = new Copy();
var app = WebApplication.CreateSlimBuilder(args).Build();
app.MapPost("/changes", async (HttpRequest request) =>
{
    using var body = new MemoryStream();
    await request.Body.CopyToAsync(body);
    var headers = request.Headers;
    if (!signature.IsRight(headers["webhook-id"].ToString(), headers["webhook-timestamp"].ToString(), headers["webhook-signature"].ToString(), body.ToArray()))
    {
        return Results.Unauthorized();
    }

    // Answered only once it is applied: what is not acknowledged comes again.
    copy.Apply(JsonSerializer.Deserialize<JsonElement>(body.ToArray()));
    return Results.NoContent();
});
app.MapGet("/copy", () => copy.Held().Select(person => new { id = person.Key, version = person.Value.Version }).OrderBy(person => person.id, StringComparer.Ordinal));
await app.RunAsync(args is [var address, ..] ? address : "http://127.0.0.1:9000");
