using System.Text;
using System.Text.Json;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Http.Sending;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace IntegrationHub.Connectors.Identity.OpenId;

/// <summary>Reads what a provider publishes about itself.</summary>
internal static class Discovery
{
    /// <exception cref="HttpFailureException">It is no discovery document, or another issuer's (OpenID Connect Discovery, 4.3).</exception>
    public static OpenIdConnectConfiguration Read(HttpReply reply, Uri issuer)
    {
        var about = Parse(reply, static text => OpenIdConnectConfiguration.Create(text));
        if (about.Issuer is null || about.AuthorizationEndpoint is null || about.TokenEndpoint is null || about.JwksUri is null)
        {
            throw new HttpFailureException(HttpReply.Malformed("discovery document"));
        }

        if (!string.Equals(about.Issuer.TrimEnd('/'), issuer.AbsoluteUri.TrimEnd('/'), StringComparison.Ordinal))
        {
            throw Denied("openid.discovery-issuer", "The discovery document is another issuer's: write the issuer exactly as the provider does in \"url\".");
        }

        foreach (var address in new[] { about.AuthorizationEndpoint, about.EndSessionEndpoint })
        {
            if (address is not null && !(Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == issuer.Scheme && uri.IsLoopback))))
            {
                throw Denied("openid.discovery-address", "The discovery document sends people to an address that is not https: nobody is sent there.");
            }
        }

        return about;
    }

    /// <summary>Keys that verify signatures: public ones only, whatever else the document holds.</summary>
    /// <exception cref="HttpFailureException">It is no key document.</exception>
    public static IReadOnlyList<SecurityKey> Keys(HttpReply reply) =>
        [.. Parse(reply, static text => new JsonWebKeySet(text)).Keys.Where(static key => key.Kty is JsonWebAlgorithmsKeyTypes.EllipticCurve or JsonWebAlgorithmsKeyTypes.RSA && key.Use is null or "" or "sig")];

    private static T Parse<T>(HttpReply reply, Func<string, T> read)
    {
        try
        {
            using (reply.Json())
            {
                return read(Encoding.UTF8.GetString(reply.Body.Span));
            }
        }
        catch (Exception error) when (error is ArgumentException or JsonException or NotSupportedException)
        {
            throw new HttpFailureException(HttpReply.Malformed("provider's document"));
        }
    }

    private static HttpFailureException Denied(string code, string detail) => new(new Failure(FailureKind.Denied, code, detail));
}
