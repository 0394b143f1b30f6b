using System.Text.Json;
using System.Text.Json.Nodes;
using RestEase;

namespace IntegrationHub.Connectors.Signature.Goodflag;

/// <summary>What the hub asks of Goodflag's REST API 1.19, below <c>https://HOST/api/</c>. Its description is not public: the addresses are those of a town's own gateway to it (pioug43/passerelle_goodflag).</summary>
internal interface IGoodflagApi
{
    /// <summary><c>items</c>, <c>totalItems</c>, <c>pageIndex</c>; oldest first. <paramref name="text"/> searches names.</summary>
    [Get("workflows?sortBy=items.created&sortOrder=asc")]
    Task<JsonDocument> ListAsync([Query] int pageIndex, [Query] int itemsPerPage, [Query] string? text, CancellationToken cancellationToken);

    [Get("workflows/{id}")]
    Task<JsonDocument> WorkflowAsync([Path] string id, CancellationToken cancellationToken);

    [Get("webhookEvents/{id}")]
    Task<JsonDocument> EventAsync([Path] string id, CancellationToken cancellationToken);

    [Post("users/{user}/workflows")]
    Task<JsonObject> CreateAsync([Path] string user, [Body] JsonObject workflow, CancellationToken cancellationToken);

    /// <summary>A file as it is, its name in <c>Content-Disposition</c>.</summary>
    [Post("workflows/{id}/parts?createDocuments=true")]
    Task<JsonElement> UploadAsync([Path] string id, [Query] string signatureProfileId, [Body] HttpContent file, CancellationToken cancellationToken);

    [Patch("workflows/{id}")]
    Task<JsonObject> ChangeAsync([Path] string id, [Body] JsonObject change, CancellationToken cancellationToken);
}
