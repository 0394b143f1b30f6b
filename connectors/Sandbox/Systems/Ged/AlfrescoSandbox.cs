using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Sandbox.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IntegrationHub.Connectors.Sandbox.Systems.Ged;

/// <summary>Alfresco Content Services, REST API v1: nodes, search by AFTS, the trashcan, tickets; user and password, or a ticket, as HTTP Basic.</summary>
public sealed class AlfrescoSandbox : SandboxSystem
{
    private const string Api = "/alfresco/api/-default-/public";
    private const string Ticket = "TICKET_sandbox-91a3";

    public override string Name => "alfresco";

    public override LocalText Title { get; } = new("Alfresco (GED), documents", "Alfresco, documents");

    public override string BasePath => "/alfresco";

    public override void Map(IEndpointRouteBuilder routes, SandboxContext context)
    {
        var repository = new GedRepository(context);
        routes.MapPost(Api + "/authentication/versions/1/tickets", (JsonObject login) =>
            login["userId"]?.ToString() == SandboxContext.User && login["password"]?.ToString() == SandboxContext.Secret
                ? AlfrescoReplies.Entry(new JsonObject { ["id"] = Ticket, ["userId"] = SandboxContext.User }, 201)
                : AlfrescoReplies.Error(403, "Login failed", "Login failed"));

        var nodes = routes.MapGroup(Api).AddEndpointFilter(async (call, next) => SignedIn(call.HttpContext)
            ? await next(call) : AlfrescoReplies.Error(401, "framework.exception.ApiDefault", "Authentication failed"));
        nodes.MapGet("/alfresco/versions/1/people/-me-", () => AlfrescoReplies.Entry(new JsonObject { ["id"] = SandboxContext.User, ["enabled"] = true }));
        nodes.MapGet("/alfresco/versions/1/nodes/{id}", (string id) => repository.Find(id) is { } node ? AlfrescoReplies.Entry(node) : AlfrescoReplies.NotFound(id));
        nodes.MapPut("/alfresco/versions/1/nodes/{id}", (string id, JsonObject body) => Update(repository, id, body));
        nodes.MapDelete("/alfresco/versions/1/nodes/{id}", (string id) => repository.Delete(id) ? Results.NoContent() : AlfrescoReplies.NotFound(id));
        nodes.MapPost("/alfresco/versions/1/nodes/{id}/children", (string id, JsonObject body) => Create(repository, id, body));
        nodes.MapGet("/alfresco/versions/1/deleted-nodes", (int? skipCount, int? maxItems) => AlfrescoReplies.List(Trashcan(repository), skipCount ?? 0, maxItems ?? 100));
        nodes.MapPost("/search/versions/1/search", (JsonObject body) => Search(repository, body));
    }

    private static bool SignedIn(HttpContext call) => call.HasBasic() || call.Request.Headers.Authorization == "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(Ticket));

    private static IResult Search(GedRepository repository, JsonObject body)
    {
        var (skip, size) = ((int?)body["paging"]?["skipCount"] ?? 0, (int?)body["paging"]?["maxItems"] ?? 100);
        return AlfrescoSearch.Find(body, repository.Table.Live) is { } found
            ? AlfrescoReplies.List(found, skip, size, new JsonObject { ["consistency"] = new JsonObject { ["lastTxId"] = repository.Events.Count } })
            : AlfrescoReplies.Error(400, "Failed to parse query", "Failed to parse query");
    }

    private static IResult Update(GedRepository repository, string id, JsonObject body)
    {
        if (repository.Find(id) is null)
        {
            return AlfrescoReplies.NotFound(id);
        }

        var properties = body["properties"] as JsonObject ?? [];
        if (repository.Unknown(properties.Select(property => property.Key)) is { } unknown)
        {
            return AlfrescoReplies.Error(400, "framework.exception.InvalidArgument", $"An invalid argument was received Unknown property: {unknown}");
        }

        return AlfrescoReplies.Entry(repository.Update(id, properties));
    }

    private static IResult Create(GedRepository repository, string parent, JsonObject body)
    {
        var name = body["name"]?.ToString() ?? "";
        if (name.Length == 0 || name.IndexOfAny([.. "*\"<>\\/?:|"]) >= 0)
        {
            return AlfrescoReplies.Error(name.Length == 0 ? 400 : 422, "framework.exception.InvalidArgument", "The name is missing or holds a character that is not allowed");
        }

        if (repository.Table.Live.Any(row => JsonNode.Parse(row.Body.Span)!["name"]!.ToString() == name))
        {
            return AlfrescoReplies.Error(409, "framework.exception.ConstraintViolated", "Duplicate child name not allowed: " + name);
        }

        var node = new JsonObject
        {
            ["id"] = Guid.NewGuid().ToString(), ["name"] = name, ["nodeType"] = body["nodeType"]?.ToString() ?? "cm:content", ["isFolder"] = false, ["isFile"] = true, ["parentId"] = parent,
            ["aspectNames"] = new JsonArray("cm:titled", "cm:auditable"), ["properties"] = body["properties"]?.DeepClone() ?? new JsonObject(),
        };
        repository.Create(node["id"]!.ToString(), node);
        return AlfrescoReplies.Entry(node, 201);
    }

    // The most recently deleted node stands at the top.
    private static List<JsonObject> Trashcan(GedRepository repository) =>
        [.. repository.Table.All.Where(row => row.Deleted).OrderByDescending(row => row.ChangedAt).ThenByDescending(row => row.Key, StringComparer.Ordinal).Select(row =>
        {
            var node = JsonNode.Parse(row.Body.Span)!.AsObject();
            node["archivedAt"] = GedRepository.Text(row.ChangedAt);
            node["archivedByUser"] = new JsonObject { ["id"] = SandboxContext.User, ["displayName"] = "Hub" };
            node.Remove("properties");
            return node;
        })];
}
