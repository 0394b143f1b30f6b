using System.Text.Json;
using IntegrationHub.Connectors.Http.Sending;
using RestEase;

namespace IntegrationHub.Connectors.Identity.OpenId;

/// <summary>What the hub asks of a provider itself, below its issuer. Only discovery has a fixed address; the others are those the discovery document names.</summary>
internal interface IOpenIdApi
{
    /// <summary>OpenID Connect Discovery 1.0, 4 (<c>https://openid.net/specs/openid-connect-discovery-1_0.html</c>).</summary>
    [Get(".well-known/openid-configuration")]
    Task<HttpReply> DiscoverAsync(CancellationToken cancellationToken);

    /// <summary>The keys that verify signatures (<c>jwks_uri</c>; RFC 7517, 5).</summary>
    [Get("{address}")]
    Task<HttpReply> KeysAsync([Path(UrlEncode = false)] string address, CancellationToken cancellationToken);

    /// <summary>A code against tokens (<c>token_endpoint</c>; RFC 6749, 4.1.3). A code is good once: this is never repeated by itself.</summary>
    [Post("{address}")]
    Task<JsonDocument> ExchangeAsync(
        [Path(UrlEncode = false)] string address, [Header("Authorization")] string? basic, [Body(BodySerializationMethod.UrlEncoded)] IDictionary<string, string> form, CancellationToken cancellationToken);

    /// <summary>Claims of whoever signed in (<c>userinfo_endpoint</c>; OpenID Connect Core 1.0, 5.3).</summary>
    [Get("{address}")]
    Task<HttpReply> UserInfoAsync([Path(UrlEncode = false)] string address, [Header("Authorization")] string bearer, [Header("Accept")] string mediaType, CancellationToken cancellationToken);
}
