using System.Text.Json.Nodes;
using IntegrationHub.Connectors.Sandbox.Serving;
using IntegrationHub.Connectors.Sandbox.Town;
using IntegrationHub.Connectors.Sandbox.Town.Systems;

namespace IntegrationHub.Connectors.Sandbox.Systems.Signature;

/// <summary>A workflow of the fake: an office approves, then the citizens sign.</summary>
internal static class GoodflagWorkflow
{
    private static readonly string[] States = ["started", "finished", "finished", "started", "stopped", "archived"];

    public static JsonObject Of(string id, TownRecord record)
    {
        var (state, changed) = (States[(record.Style >> 30) % 6], Milliseconds(record.ChangedAt));
        var workflow = new JsonObject
        {
            ["id"] = id,
            ["name"] = "Convention " + record.Key,
            ["workflowStatus"] = state,
            ["created"] = Milliseconds(record.ChangedAt.AddDays(-3)),
            ["updated"] = changed,
            ["progress"] = state is "finished" or "archived" ? 100 : 50,
            ["steps"] = new JsonArray(
                new JsonObject { ["id"] = "stp_1", ["stepType"] = "approval", ["recipients"] = new JsonArray(new JsonObject { ["email"] = "accueil@mairie.example", ["firstName"] = "Bureau", ["lastName"] = "Etat civil" }) },
                new JsonObject { ["id"] = "stp_2", ["stepType"] = "signature", ["recipients"] = new JsonArray([.. record.People.Select(Recipient)]) }),
            ["documents"] = new JsonArray(new JsonObject { ["id"] = "doc_1" }),
        };
        if (state is "finished" or "archived")
        {
            workflow["finished"] = changed;
        }

        return workflow;
    }

    /// <summary>As the list shows it.</summary>
    public static JsonObject Brief(SandboxRow row)
    {
        var workflow = JsonNode.Parse(row.Body.Span)!.AsObject();
        workflow.Remove("steps");
        workflow.Remove("documents");
        return workflow;
    }

    public static long Milliseconds(DateTime at) => new DateTimeOffset(at, TimeSpan.Zero).ToUnixTimeMilliseconds();

    private static JsonObject Recipient(Statement said) => new()
    {
        ["consentPageId"] = GoodflagSandbox.ConsentPage,
        ["email"] = said.Email,
        ["firstName"] = string.Join(' ', said.GivenNames),
        ["lastName"] = said.LastName,
        ["phoneNumber"] = said.Phone.Length == 10 ? "+33" + said.Phone[1..] : null,
    };
}
