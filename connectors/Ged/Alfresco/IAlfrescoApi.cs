using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationHub.Connectors.Http.Sending;
using RestEase;

namespace IntegrationHub.Connectors.Ged.Alfresco;

/// <summary>What the hub asks of Alfresco's REST API v1, below <c>https://HOST/alfresco/</c> (<c>https://api-explorer.alfresco.com/api-explorer/</c>).</summary>
internal interface IAlfrescoApi
{
    /// <summary>The account itself, as <c>entry</c>.</summary>
    [Get("api/-default-/public/alfresco/versions/1/people/-me-")]
    Task<JsonDocument> MeAsync(CancellationToken cancellationToken);

    [Post("api/-default-/public/search/versions/1/search")]
    [Repeatable]
    Task<JsonDocument> SearchAsync([Body] JsonObject question, CancellationToken cancellationToken);

    /// <summary>The trashcan, newest first.</summary>
    [Get("api/-default-/public/alfresco/versions/1/deleted-nodes")]
    Task<JsonDocument> DeletedNodesAsync([Query] int skipCount, [Query] int maxItems, CancellationToken cancellationToken);

    [Get("api/-default-/public/alfresco/versions/1/nodes/{id}")]
    Task<JsonDocument> NodeAsync([Path] string id, CancellationToken cancellationToken);

    [Put("api/-default-/public/alfresco/versions/1/nodes/{id}")]
    Task ChangeNodeAsync([Path] string id, [Body] JsonObject change, CancellationToken cancellationToken);
}
