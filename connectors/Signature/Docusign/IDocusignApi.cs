using System.Text.Json;
using System.Text.Json.Nodes;
using RestEase;

namespace IntegrationHub.Connectors.Signature.Docusign;

/// <summary>What the hub asks of DocuSign's eSignature REST v2.1, below the account's server (<c>https://developers.docusign.com/docs/esign-rest-api/reference/</c>).</summary>
internal interface IDocusignApi
{
    /// <summary>The API account id, in every address.</summary>
    [Path("account")]
    string Account { get; set; }

    /// <summary>Envelopes whose state changed, oldest first.</summary>
    [Get("restapi/v2.1/accounts/{account}/envelopes?from_to_status=changed&order_by=status_changed&order=asc")]
    Task<JsonDocument> ChangedAsync(
        [Query("from_date", Format = "yyyy-MM-dd'T'HH:mm:ss'Z'")] DateTime fromUtc, [Query("start_position")] int start, [Query] int count, CancellationToken cancellationToken);

    /// <summary>Envelopes that bear a custom field of this value: <c>name=value</c>.</summary>
    [Get("restapi/v2.1/accounts/{account}/envelopes?include=custom_fields")]
    Task<JsonDocument> BearingAsync(
        [Query("custom_field")] string field, [Query("from_date", Format = "yyyy-MM-dd'T'HH:mm:ss'Z'")] DateTime fromUtc, [Query("start_position")] int start, [Query] int count, CancellationToken cancellationToken);

    [Get("restapi/v2.1/accounts/{account}/envelopes/{id}")]
    Task<JsonDocument> EnvelopeAsync([Path] string id, CancellationToken cancellationToken);

    [Get("restapi/v2.1/accounts/{account}/envelopes/{id}/recipients")]
    Task<JsonDocument> RecipientsAsync([Path] string id, CancellationToken cancellationToken);

    [Post("restapi/v2.1/accounts/{account}/envelopes")]
    Task<MadeEnvelope> CreateAsync([Body] JsonObject envelope, CancellationToken cancellationToken);

    [Put("restapi/v2.1/accounts/{account}/envelopes/{id}")]
    Task<JsonElement> ChangeAsync([Path] string id, [Body] JsonObject change, CancellationToken cancellationToken);

    /// <summary>Drafts are deleted by moving them here.</summary>
    [Put("restapi/v2.1/accounts/{account}/folders/recyclebin")]
    Task<JsonElement> RecycleAsync([Body] JsonObject envelopes, CancellationToken cancellationToken);

    [Get("restapi/v2.1/accounts/{account}/users/{user}/settings")]
    Task<JsonDocument> UserSettingsAsync([Path] string user, CancellationToken cancellationToken);
}
