using System.Text;
using System.Text.Json.Nodes;
using IntegrationHub.Connectors.Ged.Documents;
using IntegrationHub.Connectors.Http.Sending;

namespace IntegrationHub.Connectors.Ged.Alfresco;

/// <summary>Properties of nodes.</summary>
internal sealed class AlfrescoSink(AlfrescoSettings settings, HttpLink link) : DocumentSink(settings)
{
    protected override async Task<IReadOnlyDictionary<string, string>> ReadAsync(string document, CancellationToken cancellationToken)
    {
        using var json = (await link.GetAsync(AlfrescoApi.Node(document), cancellationToken)).Json();
        var entry = json.RootElement.GetProperty("entry");
        return entry.TryGetProperty("properties", out var properties)
            ? properties.EnumerateObject().ToDictionary(property => property.Name, property => property.Value.ToString(), StringComparer.Ordinal) : [];
    }

    protected override async Task WriteAsync(string document, IReadOnlyDictionary<string, string?> properties, CancellationToken cancellationToken)
    {
        var body = new JsonObject { ["properties"] = new JsonObject(properties.Select(property => KeyValuePair.Create(property.Key, (JsonNode?)property.Value))) };
        await link.SendJsonAsync(HttpMethod.Put, AlfrescoApi.Node(document), Encoding.UTF8.GetBytes(body.ToJsonString()), repeatable: true, cancellationToken);
    }
}
