using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Http;
using IntegrationHub.Connectors.Http.Sending;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace IntegrationHub.Connectors.Identity.OpenId;

/// <summary>The authorization code flow (OpenID Connect Core, 3.1), from the address the browser is sent to, to the record of whom the provider vouches for.</summary>
internal sealed class OpenIdSignIn(ProviderSettings settings, IOpenIdApi api, Provider provider, ConnectionContext context) : ISignIn
{
    private const int LongestCode = 4096;

    // OpenID Connect Core, 2.
    private const int LongestSubject = 255;

    private readonly ProviderRules rules = settings.Rules;
    private readonly TokenCheck tokens = new(settings, provider, api, context.Time);

    public async ValueTask<SignInStart> BeginAsync(SignInTicket ticket, CancellationToken cancellationToken)
    {
        Uri? address = null;
        var failure = await Failures.CatchAsync(async () => address = Address(await provider.AboutAsync(api, cancellationToken), ticket), cancellationToken);
        return failure is null ? new SignInStart.Ready(address!) : new SignInStart.Failed(Told(failure));
    }

    public async ValueTask<SignInEnd> EndAsync(SignInTicket ticket, IncomingCall call, CancellationToken cancellationToken)
    {
        SignInEnd? end = null;
        var failure = await Failures.CatchAsync(async () => end = await ReadAsync(ticket, call, cancellationToken), cancellationToken);
        return failure is null ? end! : new SignInEnd.Failed(Told(failure));
    }

    private Uri Address(OpenIdConnectConfiguration about, SignInTicket ticket) => new(HttpLink.Query(
        about.AuthorizationEndpoint,
        ("response_type", "code"),
        ("client_id", settings.ClientId),
        ("redirect_uri", ticket.Callback.AbsoluteUri),
        ("scope", string.Join(' ', rules.Scopes)),
        ("acr_values", rules.Levels.Count > 0 ? rules.Levels[0] : null),
        ("state", ticket.State),
        ("nonce", ticket.Nonce),
        ("code_challenge", rules.ProofKey ? System.Buffers.Text.Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(ticket.Verifier))) : null),
        ("code_challenge_method", rules.ProofKey ? "S256" : null)));

    private async Task<SignInEnd> ReadAsync(SignInTicket ticket, IncomingCall call, CancellationToken cancellationToken)
    {
        if (!Same(call.Query.GetValueOrDefault("state"), ticket.State))
        {
            throw Denied("state", "The return is not that of the sign-in this browser began: it is made up, or another window's. Begin again.");
        }

        var about = await provider.AboutAsync(api, cancellationToken);
        if (call.Query.TryGetValue("iss", out var issuer) && issuer != about.Issuer)
        {
            throw Denied("issuer", "Another provider answered (RFC 9207).");
        }

        if (call.Query.TryGetValue("error", out var error))
        {
            throw new HttpFailureException(ProviderErrors.Of(rules.Name, error, call.Query.GetValueOrDefault("error_description")));
        }

        if (!call.Query.TryGetValue("code", out var code) || code.Length is 0 or > LongestCode)
        {
            throw Denied("code", "The return holds neither a code nor an error: begin again.");
        }

        var (idToken, accessToken) = await new CodeExchange(settings, api).AskAsync(about, ticket, code, cancellationToken);
        var identity = await tokens.ReadAsync(about, idToken, cancellationToken);
        Check(identity, ticket);
        tokens.MatchAccessToken(identity, accessToken);
        var claims = await ClaimsAsync(about, identity, accessToken, cancellationToken);
        return new SignInEnd.Vouched(new IdentityRecord(settings, about.Issuer).Of(identity, claims), Logout(about, ticket, idToken));
    }

    private void Check(JsonWebToken identity, SignInTicket ticket)
    {
        if (identity.Subject is not { Length: > 0 and <= LongestSubject } || identity.IssuedAt == DateTime.MinValue)
        {
            throw Denied("token", "The token names nobody, or no moment (OpenID Connect Core, 2).");
        }

        if (!Same(identity.TryGetPayloadValue<string>("nonce", out var nonce) ? nonce : null, ticket.Nonce))
        {
            throw Denied("nonce", "The token is of another sign-in: it is played again. Begin again.");
        }

        if (rules.Levels.Count > 0 && !(identity.TryGetPayloadValue<string>("acr", out var level) && rules.Levels.Contains(level, StringComparer.Ordinal)))
        {
            throw Denied("level", "The person signed in at a weaker level than asked for: have them use a stronger means, or ask for less.");
        }
    }

    /// <summary>The claims as signed bytes; unsigned ones only where the connection says so.</summary>
    private async Task<JsonElement> ClaimsAsync(OpenIdConnectConfiguration about, JsonWebToken identity, string accessToken, CancellationToken cancellationToken)
    {
        if (rules.UserInfo == UserInfoStyle.IdToken)
        {
            return IdentityRecord.Payload(identity);
        }

        var address = about.UserInfoEndpoint ?? throw Denied("userinfo", "The provider has no userinfo address: read the id-token instead.");
        var reply = await api.UserInfoAsync(address, "Bearer " + accessToken, rules.UserInfo == UserInfoStyle.Signed ? "application/jwt" : "application/json", cancellationToken);
        var claims = rules.UserInfo == UserInfoStyle.Signed ? await SignedAsync(about, reply, cancellationToken) : Plain(reply);
        return claims.TryGetProperty("sub", out var subject) && subject.ValueKind == JsonValueKind.String && subject.GetString() == identity.Subject ? claims
            : throw Denied("subject", "The claims are of another person than the one who signed in.");
    }

    private async Task<JsonElement> SignedAsync(OpenIdConnectConfiguration about, HttpReply reply, CancellationToken cancellationToken)
    {
        if (reply.MediaType == "application/json")
        {
            throw Denied("userinfo-unsigned", "The provider does not sign the claims: have it sign userinfo for this client (ES256 or RS256).");
        }

        // A page of a proxy or of a server that starts is passing; only a JWT that does not hold is not to be trusted.
        return reply.MediaType == "application/jwt"
            ? IdentityRecord.Payload(await tokens.ReadAsync(about, Encoding.UTF8.GetString(reply.Body.Span), cancellationToken))
            : throw new HttpFailureException(HttpReply.Malformed("signed userinfo"));
    }

    private static JsonElement Plain(HttpReply reply)
    {
        using var json = reply.Json();
        return json.RootElement.ValueKind == JsonValueKind.Object ? json.RootElement.Clone() : throw new HttpFailureException(HttpReply.Malformed("userinfo"));
    }

    private Uri? Logout(OpenIdConnectConfiguration about, SignInTicket ticket, string idToken) =>
        settings.Logout && about.EndSessionEndpoint is { } address && ticket.AfterLogout is { } after
            ? new Uri(HttpLink.Query(address, ("id_token_hint", idToken), ("state", ticket.State), ("post_logout_redirect_uri", after.AbsoluteUri)))
            : null;

    private static bool Same(string? given, string expected) =>
        given is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(expected));

    // What a status refuses here is no fault of the person: an address or a client is wrong.
    private Failure Told(Failure failure)
    {
        var told = failure is { Kind: FailureKind.Refused } && failure.Code.StartsWith("http.", StringComparison.Ordinal) ? failure with { Kind = FailureKind.Denied } : failure;
        Log.Failed(context.Log, context.Connection, told.Code, told.Kind.ToString());
        return told;
    }

    private HttpFailureException Denied(string code, string detail) => new(new Failure(FailureKind.Denied, $"{rules.Name}.{code}", detail));
}
