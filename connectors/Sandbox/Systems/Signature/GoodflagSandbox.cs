using System.Text;
using System.Text.Json.Nodes;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Sandbox.Serving;
using IntegrationHub.Connectors.Sandbox.Town;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IntegrationHub.Connectors.Sandbox.Systems.Signature;

/// <summary>Goodflag: workflows in numbered pages, with their steps only when asked for one by one; an event for each; workflows made as drafts, given a document, then started. Errors are <c>{"message":…}</c>.</summary>
public sealed class GoodflagSandbox : SandboxSystem
{
    public const string User = "usr_hub", Profile = "sip_simple", ConsentPage = "cop_email";

    private const string Prefix = "wfl_";

    public override string Name => "goodflag";

    public override LocalText Title { get; } = new("Goodflag, circuits de signature", "Goodflag, signature workflows");

    public override string BasePath => "/api";

    /// <summary>The event that told of a record's workflow.</summary>
    public static string Event(TownRecord record) => "wev_" + record.Key;

    /// <summary>The workflow of a record.</summary>
    public static string Workflow(TownRecord record) => Prefix + record.Key;

    public override void Map(IEndpointRouteBuilder routes, SandboxContext context)
    {
        var (table, events) = (context.Table(), new Dictionary<string, JsonObject>(StringComparer.Ordinal));
        foreach (var record in context.Town.Records(TownSystem.Signature))
        {
            var workflow = GoodflagWorkflow.Of(Workflow(record), record);
            table.Add(Workflow(record), new DateTimeOffset(record.ChangedAt, TimeSpan.Zero), context.Plant(workflow));
            events[Event(record)] = new JsonObject { ["id"] = Event(record), ["eventType"] = "workflowFinished", ["workflowId"] = Workflow(record), ["webhookId"] = "wbh_hub", ["created"] = workflow["updated"]!.DeepClone() };
        }

        var doors = routes.MapGroup("/api").AddEndpointFilter(async (call, next) => call.HttpContext.HasBearer() ? await next(call) : Error(401, "Unauthorized"));
        doors.MapGet("/version", () => "1.19.0");
        doors.MapGet("/workflows", (int? itemsPerPage, int? pageIndex, string? text) => Page(table, itemsPerPage ?? 50, pageIndex ?? 0, text));
        doors.MapGet("/workflows/{id}", (string id) => table.Find(id) is { Deleted: false } row ? Results.Bytes(row.Body.ToArray(), "application/json") : Error(404, "Workflow not found"));
        doors.MapGet("/webhookEvents/{id}", (string id) => events.TryGetValue(id, out var told) ? Json(told) : Error(404, "Webhook event not found"));
        new GoodflagWrites(table, context.Time).Map(doors);
    }

    internal static IResult Json(JsonObject body) => Results.Text(body.ToJsonString(), "application/json", Encoding.UTF8);

    internal static IResult Error(int status, string message) => Results.Json(new { message }, statusCode: status);

    private static IResult Page(SandboxTable table, int size, int number, string? text)
    {
        var rows = table.Live.Where(row => text is null || Encoding.UTF8.GetString(row.Body.Span).Contains(text, StringComparison.Ordinal)).ToList();
        var items = rows.Skip(number * size).Take(size).Select(GoodflagWorkflow.Brief).ToArray<JsonNode>();
        return Json(new JsonObject { ["items"] = new JsonArray(items), ["itemsPerPage"] = size, ["pageIndex"] = number, ["totalItems"] = rows.Count });
    }
}
