using System.Text.Json;
using IntegrationHub.Connectors.Http.Sending;
using RestEase;

namespace IntegrationHub.Connectors.Signature.Docusign;

/// <summary>DocuSign's account server, which gives tokens (<c>https://developers.docusign.com/platform/auth/jwt-get-token/</c>) and says where accounts are served.</summary>
internal interface IDocusignAccountServer
{
    /// <summary>The user's <c>accounts</c>, each with its <c>base_uri</c>.</summary>
    [Get("oauth/userinfo")]
    [Bare]
    Task<JsonDocument> UserInfoAsync([Header("Authorization")] string bearer, CancellationToken cancellationToken);
}
