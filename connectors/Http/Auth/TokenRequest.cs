using System.Text.Json;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Http.Sending;

namespace IntegrationHub.Connectors.Http.Auth;

/// <summary>An OAuth 2 token request (RFC 6749, 5): a form in, <c>access_token</c> and <c>expires_in</c> out.</summary>
public static class TokenRequest
{
    private static readonly TimeSpan UsualLifetime = TimeSpan.FromMinutes(5);

    /// <param name="link">The connection's way out; its credentials are not put on this request.</param>
    /// <param name="address">The token address.</param>
    /// <param name="form">Grant and credentials.</param>
    /// <param name="prepare">Adds a header; null for none.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="HttpFailureException">No token: a refused client is denied, whatever 4xx the server says it with.</exception>
    public static async Task<Token> SendAsync(
        HttpLink link, Uri address, IEnumerable<KeyValuePair<string, string>> form, Action<HttpRequestMessage>? prepare, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(form) };
        prepare?.Invoke(request);
        try
        {
            var reply = await link.SendAsync(request.AsBare(), cancellationToken);
            using var json = reply.Json();
            return Read(json.RootElement);
        }
        catch (HttpFailureException refused) when (refused.Failure.Kind is FailureKind.Refused or FailureKind.Denied && refused.Failure.Code.StartsWith("http.", StringComparison.Ordinal))
        {
            throw new HttpFailureException(new Failure(FailureKind.Denied, "auth.token", $"No token is given ({refused.Failure.Code}): check the client's id, secret and scope, and the token address."));
        }
    }

    private static Token Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty("access_token", out var token) || token.ValueKind != JsonValueKind.String)
        {
            throw new HttpFailureException(HttpReply.Malformed("token answer"));
        }

        // Some servers write the number as text.
        var lifetime = json.TryGetProperty("expires_in", out var expires)
            && double.TryParse(expires.ToString(), System.Globalization.CultureInfo.InvariantCulture, out var seconds) && seconds > 0
            ? TimeSpan.FromSeconds(seconds) : UsualLifetime;
        return new Token(token.GetString()!, lifetime);
    }
}
