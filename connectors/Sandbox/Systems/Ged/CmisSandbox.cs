using System.Globalization;
using System.Text.Json.Nodes;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Sandbox.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IntegrationHub.Connectors.Sandbox.Systems.Ged;

/// <summary>Any CMIS 1.1 server by its browser binding: query, objects, update, delete and the change log. Errors are <c>{"exception":…,"message":…}</c>.</summary>
public sealed class CmisSandbox : SandboxSystem
{
    private const string Repository = "-default-";

    /// <summary>False for a server without a change log.</summary>
    public bool KeepsChangeLog { get; init; } = true;

    public override string Name => "cmis";

    public override LocalText Title { get; } = new("GED quelconque par CMIS 1.1", "Any document system over CMIS 1.1");

    public override string BasePath => "/cmis/browser";

    public override void Map(IEndpointRouteBuilder routes, SandboxContext context)
    {
        var repository = new GedRepository(context);
        var doors = routes.MapGroup("/cmis/browser").AddEndpointFilter(async (call, next) =>
            call.HttpContext.HasBasic() ? await next(call) : Error("permissionDenied", 401, "Authentication failed"));
        doors.MapGet("/", () => Results.Json(new JsonObject { [Repository] = Info(repository, context) }));
        doors.MapGet("/" + Repository, (HttpContext call) => Read(repository, context, call.Request.Query));
        doors.MapPost("/" + Repository, async (HttpRequest call) => Query(repository, await call.ReadFormAsync(call.HttpContext.RequestAborted)));
        doors.MapGet("/" + Repository + "/root", (HttpContext call) => Read(repository, context, call.Request.Query));
        doors.MapPost("/" + Repository + "/root", async (HttpRequest call) => Write(repository, await call.ReadFormAsync(call.HttpContext.RequestAborted)));
    }

    private JsonObject Info(GedRepository repository, SandboxContext context) => new()
    {
        ["repositoryId"] = Repository,
        ["cmisVersionSupported"] = "1.1",
        ["repositoryUrl"] = $"{context.Address}cmis/browser/{Repository}",
        ["rootFolderUrl"] = $"{context.Address}cmis/browser/{Repository}/root",
        ["rootFolderId"] = "e0856836-ed5e-4eee-b8e5-bd7e8fb9384c",
        ["latestChangeLogToken"] = KeepsChangeLog ? repository.Events.Count.ToString(CultureInfo.InvariantCulture) : null,
        ["capabilities"] = new JsonObject { ["capabilityChanges"] = KeepsChangeLog ? "objectidsonly" : "none", ["capabilityQuery"] = "bothcombined", ["capabilityOrderBy"] = "common" },
    };

    private IResult Read(GedRepository repository, SandboxContext context, IQueryCollection query) => query["cmisselector"].ToString() switch
    {
        "repositoryInfo" => Results.Json(new JsonObject { [Repository] = Info(repository, context) }),
        "object" => repository.Find(CmisObjects.Key(query["objectId"].ToString())) is { } node
            ? Results.Json(new JsonObject { ["succinctProperties"] = CmisObjects.Properties(node) }) : Error("objectNotFound", 404, "Object not found"),
        "contentChanges" => KeepsChangeLog ? Changes(repository, query) : Error("notSupported", 405, "No change log"),
        _ => Error("notSupported", 405, "Unknown operation"),
    };

    // The event of the token given stands first again: CMIS says it may.
    private static IResult Changes(GedRepository repository, IQueryCollection query)
    {
        var token = query["changeLogToken"].ToString();
        if (!int.TryParse(token.Length == 0 ? "1" : token, NumberStyles.None, CultureInfo.InvariantCulture, out var from))
        {
            return Error("invalidArgument", 400, "Invalid change log token");
        }

        var (events, size) = (repository.Events, int.TryParse(query["maxItems"], CultureInfo.InvariantCulture, out var asked) ? asked : 100);
        var start = Math.Max(0, from - 1);
        var page = events.Skip(start).Take(size).ToList();
        return Results.Json(new JsonObject
        {
            ["objects"] = new JsonArray([.. page.Select(change => new JsonObject
            {
                ["succinctProperties"] = new JsonObject { ["cmis:objectId"] = CmisObjects.Id(change.Key) },
                ["changeEventInfo"] = new JsonObject { ["changeType"] = change.Type, ["changeTime"] = change.At.ToUnixTimeMilliseconds() },
            })]),
            ["hasMoreItems"] = start + page.Count < events.Count,
            ["numItems"] = events.Count,
            ["changeLogToken"] = (start + page.Count).ToString(CultureInfo.InvariantCulture),
        });
    }

    private static IResult Query(GedRepository repository, IFormCollection form)
    {
        if (form["cmisaction"] != "query" || CmisObjects.Query(form["statement"].ToString(), repository.Table.Live) is not { } found)
        {
            return Error("invalidArgument", 400, "The statement cannot be read");
        }

        var (skip, size) = (Number(form["skipCount"], 0), Number(form["maxItems"], 100));
        var page = found.Skip(skip).Take(size).ToList();
        return Results.Json(new JsonObject { ["results"] = new JsonArray([.. page]), ["hasMoreItems"] = skip + page.Count < found.Count, ["numItems"] = found.Count });
    }

    private static IResult Write(GedRepository repository, IFormCollection form)
    {
        var key = CmisObjects.Key(form["objectId"].ToString());
        if (repository.Find(key) is null)
        {
            return Error("objectNotFound", 404, "Object not found");
        }

        if (form["cmisaction"] == "delete")
        {
            repository.Delete(key);
            return Results.Ok();
        }

        var properties = new JsonObject();
        for (var number = 0; form.TryGetValue($"propertyId[{number}]", out var name); number++)
        {
            // A property without a value is cleared.
            properties[name.ToString()] = form.TryGetValue($"propertyValue[{number}]", out var value) ? value.ToString() : null;
        }

        return form["cmisaction"] != "update" ? Error("notSupported", 405, "Unknown action")
            : repository.Unknown(properties.Select(property => property.Key)) is { } unknown ? Error("constraint", 409, $"Property {unknown} is unknown to the type")
            : Results.Json(new JsonObject { ["succinctProperties"] = CmisObjects.Properties(repository.Update(key, properties)) });
    }

    private static int Number(string? text, int otherwise) => int.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : otherwise;

    private static IResult Error(string exception, int status, string message) => Results.Json(new { exception, message }, statusCode: status);
}
