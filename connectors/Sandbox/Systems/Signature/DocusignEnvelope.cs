using System.Text.Json.Nodes;
using IntegrationHub.Connectors.Sandbox.Serving;
using IntegrationHub.Connectors.Sandbox.Town;
using IntegrationHub.Connectors.Sandbox.Town.Files;
using IntegrationHub.Connectors.Sandbox.Town.Systems;

namespace IntegrationHub.Connectors.Sandbox.Systems.Signature;

/// <summary>An envelope of the fake: kept whole, shown in parts as DocuSign does.</summary>
internal static class DocusignEnvelope
{
    private const string Moment = "yyyy-MM-dd'T'HH:mm:ss'.0000000Z'";

    private static readonly string[] States = ["sent", "completed", "completed", "delivered", "declined", "voided"];

    public static JsonObject Of(TownRecord record)
    {
        var (state, changed) = (States[(record.Style >> 30) % 6], Written.At(record.ChangedAt, Moment));
        return new JsonObject
        {
            ["envelopeId"] = record.Key,
            ["status"] = state,
            ["emailSubject"] = "Convention " + record.Key,
            ["createdDateTime"] = Written.At(record.ChangedAt.AddDays(-3), Moment),
            ["sentDateTime"] = Written.At(record.ChangedAt.AddDays(-3), Moment),
            ["statusChangedDateTime"] = changed,
            ["lastModifiedDateTime"] = changed,
            ["customFields"] = new JsonObject { ["textCustomFields"] = new JsonArray(), ["listCustomFields"] = new JsonArray() },
            ["recipients"] = new JsonObject { ["signers"] = new JsonArray([.. record.People.Select((said, place) => Signer(said, place, state))]) },
        };
    }

    /// <summary>As a list and the envelope's own address tell it: without recipients.</summary>
    public static JsonObject Told(SandboxRow row, bool custom)
    {
        var body = JsonNode.Parse(row.Body.Span)!.AsObject();
        body.Remove("recipients");
        if (!custom)
        {
            body.Remove("customFields");
        }

        return body;
    }

    public static JsonObject Recipients(SandboxRow row)
    {
        var recipients = JsonNode.Parse(row.Body.Span)!["recipients"]!.DeepClone().AsObject();
        (recipients["carbonCopies"], recipients["recipientCount"]) = (new JsonArray(), $"{recipients["signers"]!.AsArray().Count}");
        return recipients;
    }

    /// <param name="row">An envelope.</param>
    /// <param name="field"><c>name=value</c>.</param>
    public static bool Bears(SandboxRow row, string field) =>
        JsonNode.Parse(row.Body.Span)!["customFields"]!["textCustomFields"]!.AsArray().Any(own => $"{own!["name"]}={own["value"]}" == field);

    private static JsonObject Signer(Statement said, int place, string state) => new()
    {
        ["recipientId"] = $"{place + 1}",
        ["routingOrder"] = "1",
        ["name"] = $"{string.Join(' ', said.GivenNames)} {said.LastName}",
        ["email"] = said.Email,
        ["status"] = state is "voided" ? "created" : state,
    };
}
