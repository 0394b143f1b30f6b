using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Http.Sending;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace IntegrationHub.Connectors.Identity.OpenId;

/// <summary>Checks a provider's tokens: algorithm, signature, issuer, audience and time, by Microsoft.IdentityModel; nothing in them is believed before.</summary>
internal sealed class TokenCheck(ProviderSettings settings, Provider provider, IOpenIdApi api, TimeProvider time)
{
    // Asymmetric only. Whoever accepts HS256 takes the public key, which everybody has, for a secret.
    private static readonly string[] Algorithms = [SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.RsaSha256];

    // A signed userinfo may state no end: then it is good as long as a provider takes to answer.
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(5);

    private static readonly JsonWebTokenHandler Handler = new() { MapInboundClaims = false };

    /// <param name="about">The provider.</param>
    /// <param name="text">The token as received.</param>
    /// <param name="cancellationToken">Stops waiting for keys.</param>
    /// <exception cref="HttpFailureException">It is not to be trusted, with the reason.</exception>
    public async Task<JsonWebToken> ReadAsync(OpenIdConnectConfiguration about, string text, CancellationToken cancellationToken)
    {
        var token = Parse(text);
        if (!Algorithms.Contains(token.Alg, StringComparer.Ordinal))
        {
            throw Denied("algorithm", "The token is signed by an algorithm the hub does not accept, or not at all: have the provider sign with ES256 or RS256.");
        }

        var error = await ValidateAsync(about, token, await provider.KeysAsync(api, cancellationToken));
        if (error is SecurityTokenSignatureKeyNotFoundException or SecurityTokenInvalidSignatureException)
        {
            // The provider may have new keys. They are asked for once, and not for every token somebody makes up.
            var keys = await provider.RenewKeysAsync(api, cancellationToken)
                ?? throw new HttpFailureException(new Failure(FailureKind.Passing, $"{settings.Rules.Name}.key-unknown", "The token names a key the provider did not publish a moment ago: sign in again in a minute."));
            error = await ValidateAsync(about, token, keys);
        }

        return error is null && Azp(token) ? token : throw Judge(error);
    }

    /// <summary>The access token is the one the identity token was given with (OpenID Connect Core, 3.1.3.6).</summary>
    /// <exception cref="HttpFailureException">It is another.</exception>
    public void MatchAccessToken(JsonWebToken identity, string accessToken)
    {
        if (identity.TryGetPayloadValue<string>("at_hash", out var stated))
        {
            var half = SHA256.HashData(Encoding.ASCII.GetBytes(accessToken)).AsSpan(0, 16);
            if (!CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(stated), Encoding.ASCII.GetBytes(Base64Url.EncodeToString(half))))
            {
                throw Denied("at-hash", "The identity token belongs to another access token.");
            }
        }
    }

    private JsonWebToken Parse(string text)
    {
        try
        {
            var token = new JsonWebToken(text);
            return !token.IsEncrypted ? token
                : throw Denied("encrypted", "The provider encrypts its tokens: ask it to sign only, for this client.");
        }
        catch (ArgumentException)
        {
            throw Denied("token", "The provider gave something that is no signed token (JWT): check what it was told about this client.");
        }
    }

    /// <returns>What is wrong, or null.</returns>
    private async Task<Exception?> ValidateAsync(OpenIdConnectConfiguration about, JsonWebToken token, IReadOnlyList<SecurityKey> keys)
    {
        var result = await Handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = about.Issuer,
            ValidAudience = settings.ClientId,
            ValidAlgorithms = Algorithms,
            IssuerSigningKeys = keys,
            TryAllIssuerSigningKeys = string.IsNullOrEmpty(token.Kid),
            LifetimeValidator = (_, _, _, _) => IsCurrent(token),
        });
        return result.Exception;
    }

    private bool IsCurrent(JsonWebToken token)
    {
        var (now, tolerance) = (time.GetUtcNow().UtcDateTime, TimeSpan.FromSeconds(settings.ToleranceSeconds));
        var ends = token.ValidTo != DateTime.MinValue ? token.ValidTo : token.IssuedAt != DateTime.MinValue ? token.IssuedAt + Fresh : DateTime.MinValue;
        return now <= Later(ends, tolerance) && Earlier(token.ValidFrom, tolerance) <= now && Earlier(token.IssuedAt, tolerance) <= now;
    }

    private static DateTime Later(DateTime moment, TimeSpan by) => moment < DateTime.MaxValue - by ? moment + by : moment;

    private static DateTime Earlier(DateTime moment, TimeSpan by) => moment > DateTime.MinValue + by ? moment - by : moment;

    // Several audiences are no fault, but the one it was made for must be this client.
    private bool Azp(JsonWebToken token) => !token.TryGetPayloadValue<string>("azp", out var party) ? token.Audiences.Count() == 1 : party == settings.ClientId;

    private HttpFailureException Judge(Exception? error) => error switch
    {
        SecurityTokenInvalidIssuerException => Denied("issuer", "The token is another issuer's."),
        null or SecurityTokenInvalidAudienceException => Denied("audience", "The token was made for another client: check clientId."),
        SecurityTokenInvalidLifetimeException or SecurityTokenExpiredException or SecurityTokenNotYetValidException or SecurityTokenNoExpirationException =>
            Denied("expired", "The token is not valid at this time: it is played again, or the hub's clock is wrong."),
        SecurityTokenInvalidAlgorithmException => Denied("algorithm", "The token is signed by an algorithm the hub does not accept: have the provider sign with ES256 or RS256."),
        _ => Denied("signature", "The token's signature is of none of the provider's keys: nothing in it is believed."),
    };

    private HttpFailureException Denied(string code, string detail) => new(new Failure(FailureKind.Denied, $"{settings.Rules.Name}.{code}", detail));
}
