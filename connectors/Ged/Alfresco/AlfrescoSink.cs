using System.Text.Json.Nodes;
using IntegrationHub.Connectors.Ged.Documents;

namespace IntegrationHub.Connectors.Ged.Alfresco;

/// <summary>Properties of nodes.</summary>
internal sealed class AlfrescoSink(AlfrescoSettings settings, IAlfrescoApi api) : DocumentSink(settings)
{
    protected override async Task<IReadOnlyDictionary<string, string>> ReadAsync(string document, CancellationToken cancellationToken)
    {
        using var json = await api.NodeAsync(document, cancellationToken);
        var entry = json.RootElement.GetProperty("entry");
        return entry.TryGetProperty("properties", out var properties)
            ? properties.EnumerateObject().ToDictionary(property => property.Name, property => property.Value.ToString(), StringComparer.Ordinal) : [];
    }

    protected override async Task WriteAsync(string document, IReadOnlyDictionary<string, string?> properties, CancellationToken cancellationToken)
    {
        var body = new JsonObject { ["properties"] = new JsonObject(properties.Select(property => KeyValuePair.Create(property.Key, (JsonNode?)property.Value))) };
        await api.ChangeNodeAsync(document, body, cancellationToken);
    }
}
