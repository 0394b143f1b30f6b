using System.Text.Json.Nodes;

namespace IntegrationHub.Tests.Hub.Webhooks;

/// <summary>One request a subscriber got.</summary>
internal sealed record Received(string Id, string Timestamp, string Signature, string MediaType, byte[] Body)
{
    public JsonNode Json { get; } = JsonNode.Parse(Body)!;

    public long Sequence => long.Parse(Json["sequence"]!.GetValue<string>());

    public string Subject => Json["subject"]!.GetValue<string>();
}
