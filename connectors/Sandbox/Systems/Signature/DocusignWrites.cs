using System.Globalization;
using System.Text.Json.Nodes;
using IntegrationHub.Connectors.Sandbox.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IntegrationHub.Connectors.Sandbox.Systems.Signature;

/// <summary>How DocuSign makes an envelope: in one request; one under way can be voided with a reason, a draft goes to the recycle bin.</summary>
internal sealed class DocusignWrites(SandboxTable table, TimeProvider time)
{
    public void Map(IEndpointRouteBuilder doors)
    {
        doors.MapPost("/envelopes", (JsonObject envelope) => Create(envelope));
        doors.MapPut("/envelopes/{id}", (string id, JsonObject change) => Void(id, change));
        doors.MapPut("/folders/recyclebin", (JsonObject move) => Recycle(move));
    }

    private IResult Create(JsonObject envelope)
    {
        var (status, signers) = (envelope["status"]?.ToString(), envelope["recipients"]?["signers"] as JsonArray ?? []);
        if (status is not ("sent" or "created") || envelope["emailSubject"] is null || envelope["documents"] is not JsonArray { Count: > 0 })
        {
            return DocusignSandbox.Error(400, "ENVELOPE_IS_INCOMPLETE", "The Envelope is not Complete. A Complete Envelope Requires Documents, Recipients, Tabs, and a Subject Line.");
        }

        if (signers.Any(signer => signer!["name"] is null || signer["email"]?.ToString().Contains('@', StringComparison.Ordinal) != true) || (status == "sent" && signers.Count == 0))
        {
            return DocusignSandbox.Error(400, "INVALID_EMAIL_ADDRESS_FOR_RECIPIENT", "The email address for the recipient is invalid.");
        }

        var (id, now) = (Guid.NewGuid().ToString(), Now());
        envelope.Remove("documents");
        envelope["envelopeId"] = id;
        envelope["customFields"] ??= new JsonObject { ["textCustomFields"] = new JsonArray() };
        envelope["recipients"] ??= new JsonObject { ["signers"] = new JsonArray() };
        (envelope["createdDateTime"], envelope["statusChangedDateTime"], envelope["lastModifiedDateTime"]) = (now, now, now);
        table.Write(id, time.GetUtcNow(), envelope);
        return Results.Json(new { envelopeId = id, uri = "/envelopes/" + id, statusDateTime = now, status }, statusCode: 201);
    }

    private IResult Void(string id, JsonObject change)
    {
        if (table.Find(id) is not { Deleted: false } row || JsonNode.Parse(row.Body.Span)!.AsObject() is not { } body)
        {
            return DocusignSandbox.Missing();
        }

        if (change["status"]?.ToString() != "voided" || string.IsNullOrEmpty(change["voidedReason"]?.ToString()) || body["status"]!.ToString() is not ("sent" or "delivered"))
        {
            return DocusignSandbox.Error(400, "ENVELOPE_CANNOT_VOID_INVALID_STATE", "Only envelopes in the 'Sent' or 'Delivered' states may be voided.");
        }

        (body["status"], body["voidedReason"], body["statusChangedDateTime"], body["lastModifiedDateTime"]) = ("voided", change["voidedReason"]!.ToString(), Now(), Now());
        table.Write(id, time.GetUtcNow(), body);
        return Results.Json(new { envelopeId = id });
    }

    private IResult Recycle(JsonObject move)
    {
        var ids = move["envelopeIds"]!.AsArray().Select(id => id!.ToString()).ToList();
        return ids.TrueForAll(id => table.Delete(id, time.GetUtcNow())) ? Results.Json(new { envelopes = ids.Select(id => new { envelopeId = id }) }) : DocusignSandbox.Missing();
    }

    private string Now() => time.GetUtcNow().UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
}
