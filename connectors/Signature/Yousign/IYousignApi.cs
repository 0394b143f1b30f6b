using System.Text.Json;
using System.Text.Json.Nodes;
using RestEase;

namespace IntegrationHub.Connectors.Signature.Yousign;

/// <summary>What the hub asks of Yousign's API v3, below <c>https://api.yousign.app/v3/</c> (<c>https://developers.yousign.com/reference</c>).</summary>
internal interface IYousignApi
{
    /// <summary><c>data</c> and, where there is more, <c>meta.next_cursor</c>. The filter's operator is not verified.</summary>
    [Get("signature_requests")]
    Task<JsonDocument> ListAsync([Query("external_id[eq]")] string? externalId, [Query] int limit, [Query] string? after, CancellationToken cancellationToken);

    [Get("signature_requests/{id}/signers")]
    Task<JsonNode> SignersAsync([Path] string id, CancellationToken cancellationToken);

    [Post("signature_requests")]
    Task<JsonObject> CreateAsync([Body] JsonObject request, CancellationToken cancellationToken);

    /// <param name="id">The request.</param>
    /// <param name="form"><c>file</c> and <c>nature</c>.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    [Post("signature_requests/{id}/documents")]
    Task<Made> UploadAsync([Path] string id, [Body] MultipartFormDataContent form, CancellationToken cancellationToken);

    [Post("signature_requests/{id}/signers")]
    Task<JsonObject> AddSignerAsync([Path] string id, [Body] JsonObject signer, CancellationToken cancellationToken);

    [Post("signature_requests/{id}/activate")]
    Task<JsonObject> ActivateAsync([Path] string id, [Body] JsonObject nothing, CancellationToken cancellationToken);

    [Post("signature_requests/{id}/cancel")]
    Task<JsonObject> CancelAsync([Path] string id, [Body] JsonObject reason, CancellationToken cancellationToken);
}
