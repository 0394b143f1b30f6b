using System.Text.Json;
using RestEase;

namespace IntegrationHub.Connectors.Signature.Iparapheur;

/// <summary>What the hub asks of iparapheur's standard API 5.1.22, below the server's address (OpenAPI file <c>openapi/iparapheur-5.1.22.json</c> of libriciel/iparapheur-v5-api-php).</summary>
internal interface IIparapheurApi
{
    /// <summary>The organisation's id.</summary>
    [Path("tenant")]
    string Tenant { get; set; }

    /// <summary>The desk's id.</summary>
    [Path("desk")]
    string Desk { get; set; }

    /// <summary>The organisations the account sees, as <c>content</c>; so are the lists below.</summary>
    [Get("api/standard/v1/tenant")]
    Task<JsonDocument> TenantsAsync(CancellationToken cancellationToken);

    [Get("api/standard/v1/tenant/{tenant}/desk")]
    Task<JsonDocument> DesksAsync(CancellationToken cancellationToken);

    [Get("api/standard/v1/tenant/{tenant}/desk/{desk}/types/creation-allowed")]
    Task<JsonDocument> TypesAsync(CancellationToken cancellationToken);

    [Get("api/standard/v1/tenant/{tenant}/desk/{desk}/{state}?sort=CREATION_DATE,ASC")]
    Task<JsonDocument> FoldersAsync([Path] string state, [Query] int page, [Query] int size, CancellationToken cancellationToken);

    /// <param name="autoStart"><c>true</c> or <c>false</c>.</param>
    /// <param name="form"><c>folder</c> (PREMIS) and <c>documents</c>.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    [Post("api/standard/v1/tenant/{tenant}/desk/{desk}/folder")]
    Task<Made> CreateAsync([Query] string autoStart, [Body] MultipartFormDataContent form, CancellationToken cancellationToken);

    [Delete("api/standard/v1/tenant/{tenant}/desk/{desk}/folder/{id}")]
    Task DeleteAsync([Path] string id, CancellationToken cancellationToken);
}
