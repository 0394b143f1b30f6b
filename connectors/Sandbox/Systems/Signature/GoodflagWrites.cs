using System.Text.Json.Nodes;
using IntegrationHub.Connectors.Sandbox.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IntegrationHub.Connectors.Sandbox.Systems.Signature;

/// <summary>How Goodflag makes a workflow: a draft, its document, then it is started; later it can be stopped. A workflow made or stopped counts as a change, what completes a draft does not.</summary>
internal sealed class GoodflagWrites(SandboxTable table, TimeProvider time)
{
    public void Map(IEndpointRouteBuilder doors)
    {
        doors.MapPost("/users/{user}/workflows", (string user, JsonObject workflow) => user == GoodflagSandbox.User ? Create(workflow) : GoodflagSandbox.Error(404, "User not found"));
        doors.MapPost("/workflows/{id}/parts", (HttpContext call, string id, string? signatureProfileId) => Upload(call, id, signatureProfileId));
        doors.MapPatch("/workflows/{id}", (string id, JsonObject change) => Change(id, change["workflowStatus"]?.ToString()));
    }

    private IResult Create(JsonObject workflow)
    {
        if (workflow["name"] is null || workflow["steps"] is not JsonArray { Count: > 0 } steps || steps.Any(step => step!["recipients"] is not JsonArray { Count: > 0 } all
            || all.Any(recipient => recipient!["consentPageId"]?.ToString() != GoodflagSandbox.ConsentPage || recipient["email"]?.ToString().Contains('@', StringComparison.Ordinal) != true)))
        {
            return GoodflagSandbox.Error(400, "name, steps and recipients with consentPageId and email are needed");
        }

        workflow["id"] = "wfl_" + Guid.NewGuid().ToString("n");
        (workflow["workflowStatus"], workflow["progress"], workflow["documents"], workflow["created"], workflow["updated"]) = ("draft", 0, new JsonArray(), Now(), Now());
        table.Write(workflow["id"]!.ToString(), time.GetUtcNow(), workflow);
        return GoodflagSandbox.Json(workflow);
    }

    private IResult Upload(HttpContext call, string id, string? profile)
    {
        if (table.Find(id) is not { } row || Body(row) is not { } body || body["workflowStatus"]!.ToString() != "draft")
        {
            return GoodflagSandbox.Error(404, "There is no such draft");
        }

        if (call.Request.ContentType != "application/pdf" || profile != GoodflagSandbox.Profile || !call.Request.Headers.ContentDisposition.ToString().Contains("filename", StringComparison.Ordinal))
        {
            return GoodflagSandbox.Error(400, "A PDF, its name and a signature profile are needed");
        }

        body["documents"]!.AsArray().Add(new JsonObject { ["id"] = "doc_" + Guid.NewGuid().ToString("n") });
        table.Add(id, row.ChangedAt, body);
        return GoodflagSandbox.Json(new JsonObject { ["documents"] = body["documents"]!.DeepClone(), ["parts"] = new JsonArray() });
    }

    private IResult Change(string id, string? status)
    {
        if (table.Find(id) is not { } row || Body(row) is not { } body)
        {
            return GoodflagSandbox.Error(404, "Workflow not found");
        }

        switch (body["workflowStatus"]!.ToString(), status)
        {
            case ("draft", "started") when body["documents"]!.AsArray().Count > 0:
                (body["workflowStatus"], body["started"], body["updated"]) = (status, Now(), Now());
                table.Add(id, row.ChangedAt, body);
                return GoodflagSandbox.Json(body);
            case ("started", "stopped"):
                (body["workflowStatus"], body["stopped"], body["updated"]) = (status, Now(), Now());
                table.Write(id, time.GetUtcNow(), body);
                return GoodflagSandbox.Json(body);
            default:
                return GoodflagSandbox.Error(400, "The workflow cannot get this status");
        }
    }

    private long Now() => time.GetUtcNow().ToUnixTimeMilliseconds();

    private static JsonObject Body(SandboxRow row) => JsonNode.Parse(row.Body.Span)!.AsObject();
}
