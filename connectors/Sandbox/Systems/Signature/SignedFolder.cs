using System.Text.Json.Nodes;
using IntegrationHub.Connectors.Sandbox.Town;
using IntegrationHub.Connectors.Sandbox.Town.Systems;

namespace IntegrationHub.Connectors.Sandbox.Systems.Signature;

/// <summary>A folder as the lists of iparapheur 5 show it; its outside signer stands in its metadata.</summary>
internal static class SignedFolder
{
    private const string Signer = "i_Parapheur_reserved_ext_sig_";

    private static readonly string[] States = ["DRAFT", "PENDING", "DOWNSTREAM", "FINISHED", "FINISHED", "REJECTED"];

    public static string State(TownRecord record) => States[(record.Style >> 30) % 6];

    public static JsonObject Of(TownRecord record) => Of(record.Key, "Convention " + record.Key, Metadata(record.People[0]));

    public static JsonObject Of(string id, string name, JsonObject metadata) => new() { ["id"] = id, ["name"] = name, ["dueDate"] = null, ["metadata"] = metadata };

    private static JsonObject Metadata(Statement said)
    {
        var metadata = new JsonObject { [Signer + "firstname"] = string.Join(' ', said.GivenNames), [Signer + "lastname"] = said.LastName, [Signer + "mail"] = said.Email };
        if (said.Phone.Length == 10)
        {
            metadata[Signer + "phone"] = "+33" + said.Phone[1..];
        }

        return metadata;
    }
}
