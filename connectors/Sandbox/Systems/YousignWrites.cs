using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using IntegrationHub.Connectors.Sandbox.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IntegrationHub.Connectors.Sandbox.Systems;

/// <summary>How Yousign makes a request: a draft, its document, its signers, then it is activated; later it can be cancelled. A request made or cancelled counts as a change, what completes a draft does not.</summary>
internal sealed class YousignWrites(SandboxTable table, ConcurrentDictionary<string, JsonArray> signers, TimeProvider time)
{
    public static string? ExternalId(SandboxRow row) => (string?)Body(row)["external_id"];

    public void Map(IEndpointRouteBuilder doors)
    {
        doors.MapPost("/signature_requests", (JsonObject request) => Create(request));
        doors.MapPost("/signature_requests/{id}/documents", async (HttpContext call, string id) =>
            (await call.Request.ReadFormAsync(call.RequestAborted)) is { Files: [_, ..] } form && form["nature"] == "signable_document"
                ? Draft(id, body => Add(body, "documents", new JsonObject { ["id"] = Guid.NewGuid().ToString(), ["nature"] = "signable_document" })) : Wrong("file and nature are needed."));
        doors.MapPost("/signature_requests/{id}/signers", (string id, JsonObject signer) => Sign(id, signer));
        doors.MapPost("/signature_requests/{id}/activate", (string id) => Draft(id, body =>
        {
            body["status"] = "ongoing";
            return body.DeepClone().AsObject();
        }));
        doors.MapPost("/signature_requests/{id}/cancel", (string id, JsonObject request) => Cancel(id, request));
    }

    private IResult Create(JsonObject request)
    {
        if (request["name"] is null || request["delivery_mode"]?.ToString() is not ("email" or "none"))
        {
            return Wrong("name and delivery_mode are needed.");
        }

        var id = Guid.NewGuid().ToString();
        request["id"] = id;
        request["status"] = "draft";
        request["created_at"] = time.GetUtcNow();
        (request["signers"], request["documents"]) = (new JsonArray(), new JsonArray());
        signers[id] = [];
        table.Write(id, time.GetUtcNow(), request);
        return Results.Json(request, statusCode: 201);
    }

    private IResult Sign(string id, JsonObject signer)
    {
        if (signer["info"] is not JsonObject info || info["first_name"] is null || info["last_name"] is null || info["email"]?.ToString().Contains('@', StringComparison.Ordinal) != true || signer["fields"] is not JsonArray { Count: > 0 })
        {
            return Wrong("info and fields are needed.");
        }

        return Draft(id, body =>
        {
            signer["id"] = Guid.NewGuid().ToString();
            signer["status"] = "initiated";
            signers[id].Add(signer.DeepClone());
            return Add(body, "signers", new JsonObject { ["id"] = signer["id"]!.ToString(), ["status"] = "initiated" });
        });
    }

    private IResult Cancel(string id, JsonObject request)
    {
        if (table.Find(id) is not { } row || Body(row) is not { } body || body["status"]!.ToString() is not ("ongoing" or "approval") || request["reason"]?.ToString() is not ("contractualization_aborted" or "errors_in_document" or "other"))
        {
            return Wrong("Only an ongoing request can be cancelled, with a reason.");
        }

        body["status"] = "canceled";
        table.Write(id, time.GetUtcNow(), body);
        return Results.Json(body, statusCode: 201);
    }

    private IResult Draft(string id, Func<JsonObject, JsonObject> change)
    {
        if (table.Find(id) is not { } row || Body(row) is not { } body || body["status"]!.ToString() != "draft")
        {
            return YousignSandbox.Error(404, "not_found", "There is no such draft.");
        }

        var answer = change(body);
        table.Add(id, row.ChangedAt, body);
        return Results.Json(answer, statusCode: 201);
    }

    private static JsonObject Add(JsonObject body, string list, JsonObject item)
    {
        body[list]!.AsArray().Add(item.DeepClone());
        return item;
    }

    private static JsonObject Body(SandboxRow row) => JsonNode.Parse(row.Body.Span)!.AsObject();

    private static IResult Wrong(string detail) => YousignSandbox.Error(400, "validation_error", detail);
}
