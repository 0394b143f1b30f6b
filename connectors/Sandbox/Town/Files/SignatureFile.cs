using System.Text.Json;

namespace IntegrationHub.Connectors.Sandbox.Town.Files;

/// <summary>signature.jsonl: signature requests with their signers.</summary>
internal static class SignatureFile
{
    private static readonly string[] Names = ["Convention d'occupation", "Contrat de location", "Autorisation parentale", "Marché public", "Bail", "Promesse de vente"];
    private static readonly string[] States = ["ongoing", "done", "done", "done", "declined", "expired"];

    public static void Write(Utf8JsonWriter json, TownRecord record)
    {
        json.WriteStartObject();
        json.WriteString("id", record.Key);
        json.WriteString("name", Names[(record.Style >> 20) % 6]);
        json.WriteString("status", States[(record.Style >> 30) % 6]);
        json.WriteString("created_at", Written.At(record.ChangedAt.AddDays(-3), "yyyy-MM-dd'T'HH:mm:ss'Z'"));
        json.WriteString("updated_at", Written.At(record.ChangedAt, "yyyy-MM-dd'T'HH:mm:ss'Z'"));
        json.WriteStartArray("signers");
        foreach (var said in record.People)
        {
            json.WriteStartObject();
            json.WriteString("id", said.Part["signer:".Length..]);
            json.WriteString("status", (record.Style >> 33) % 3 == 0 ? "notified" : "signed");
            json.WriteStartObject("info");
            json.WriteString("first_name", string.Join(' ', said.GivenNames));
            json.WriteString("last_name", said.LastName);
            JsonText.Write(json, "email", said.Email);
            JsonText.Write(json, "phone_number", said.Phone.Length == 10 ? "+33" + said.Phone[1..] : "");
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
