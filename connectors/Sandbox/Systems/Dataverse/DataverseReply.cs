using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace IntegrationHub.Connectors.Sandbox.Systems.Dataverse;

/// <summary>How an operation ended.</summary>
internal sealed record DataverseReply(int Status, JsonObject? Body = null)
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public byte[] Bytes => Body is null ? [] : JsonSerializer.SerializeToUtf8Bytes(Body, Plain);
}
