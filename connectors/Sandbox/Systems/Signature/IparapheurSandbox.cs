using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Sandbox.Serving;
using IntegrationHub.Connectors.Sandbox.Town;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IntegrationHub.Connectors.Sandbox.Systems.Signature;

/// <summary>iparapheur 5, standard REST API: tokens by the password grant, a desk's lists in Spring pages, folders made from PREMIS and files, deleted while they are not on their way.</summary>
public sealed class IparapheurSandbox : SandboxSystem
{
    public const string Tenant = "mairie", Desk = "bureau-citoyen";

    private const string Root = "/api/standard/v1/tenant";
    private const int Short = 300;

    public override string Name => "iparapheur";

    public override LocalText Title { get; } = new("iparapheur 5, dossiers à signer", "iparapheur 5, folders to be signed");

    public override void Map(IEndpointRouteBuilder routes, SandboxContext context)
    {
        var (table, states, tokens) = (context.Table(), new ConcurrentDictionary<string, string>(StringComparer.Ordinal), new SandboxTokens(context.Time, Short));
        foreach (var record in context.Town.Records(TownSystem.Signature))
        {
            states[record.Key] = SignedFolder.State(record);
            table.Add(record.Key, new DateTimeOffset(record.ChangedAt, TimeSpan.Zero), context.Plant(SignedFolder.Of(record)));
        }

        tokens.Map(routes, "/auth/realms/api/protocol/openid-connect/token");
        var doors = routes.MapGroup(Root).AddEndpointFilter(async (call, next) => tokens.Accepts(call.HttpContext) ? await next(call) : Error(call.HttpContext, context, 401, "Unauthorized"));
        doors.MapGet("", () => Page([new JsonObject { ["id"] = Tenant, ["name"] = "Mairie" }], 0, 10));
        doors.MapGet("/{tenant}/desk", (HttpContext call, string tenant) =>
            tenant == Tenant ? Page([new JsonObject { ["id"] = Desk, ["name"] = "Relations citoyen" }], 0, 10) : Error(call, context, 404, "Not Found"));
        var desk = doors.MapGroup("/{tenant}/desk/{desk}").AddEndpointFilter(async (call, next) =>
            (string?)call.HttpContext.GetRouteValue("tenant") == Tenant && (string?)call.HttpContext.GetRouteValue("desk") == Desk
                ? await next(call) : Error(call.HttpContext, context, 404, "Not Found"));
        desk.MapGet("/types/creation-allowed", () => Page([new JsonObject { ["id"] = "courrier", ["name"] = "Courrier" }], 0, 10));
        desk.MapGet("/{state}", (string state, int? page, int? size) =>
            Page([.. table.Live.Where(row => states[row.Key] == state).Select(row => JsonNode.Parse(row.Body.Span)!)], page ?? 0, size ?? 10));
        desk.MapPost("/folder", (HttpContext call, bool? autoStart) => CreateAsync(call, context, table, states, autoStart ?? true));
        desk.MapDelete("/folder/{id}", (HttpContext call, string id) => table.Find(id) is not { Deleted: false } ? Error(call, context, 404, "Not Found")
            : states[id] is "PENDING" or "DOWNSTREAM" ? Error(call, context, 406, "Not Acceptable")
            : table.Delete(id, context.Time.GetUtcNow()) ? Results.NoContent() : Error(call, context, 404, "Not Found"));
    }

    private static async Task<IResult> CreateAsync(HttpContext call, SandboxContext context, SandboxTable table, ConcurrentDictionary<string, string> states, bool start)
    {
        var form = await call.Request.ReadFormAsync(call.RequestAborted);
        if (form.Files["folder"] is not { } folder || form.Files.GetFiles("documents") is not { Count: > 0 } files || Read(folder, files) is not { } read)
        {
            return Error(call, context, 400, "Bad Request");
        }

        var body = SignedFolder.Of(Guid.NewGuid().ToString(), read.Name, read.Metadata);
        var id = body["id"]!.ToString();
        states[id] = start ? "PENDING" : "DRAFT";
        table.Write(id, context.Time.GetUtcNow(), body);
        return Results.Json(body, statusCode: 201);
    }

    private static (string Name, JsonObject Metadata)? Read(IFormFile folder, IReadOnlyList<IFormFile> files)
    {
        using var xml = folder.OpenReadStream();
        return PremisFolder.Read(xml, [.. files.Select(file => file.FileName)]);
    }

    private static IResult Page(IReadOnlyList<JsonNode> all, int number, int size)
    {
        var content = all.Skip(number * size).Take(size).ToArray();
        var pages = (all.Count + size - 1) / size;
        return Results.Json(new JsonObject
        {
            ["content"] = new JsonArray(content),
            ["totalElements"] = all.Count,
            ["totalPages"] = pages,
            ["last"] = number + 1 >= pages,
            ["first"] = number == 0,
            ["size"] = size,
            ["number"] = number,
            ["numberOfElements"] = content.Length,
            ["empty"] = content.Length == 0,
        });
    }

    private static IResult Error(HttpContext call, SandboxContext context, int status, string error) => Results.Json(
        new { timestamp = context.Time.GetUtcNow().ToString("O", CultureInfo.InvariantCulture), status, error, message = error, path = call.Request.Path.Value }, statusCode: status);
}
