using IntegrationHub.Connectors.Http.Sending;
using IntegrationHub.Connectors.Http.Settings;

namespace IntegrationHub.Connectors.Http.Auth;

internal sealed class ClientCredentialsAuthenticator(ClientCredentialsSettings settings, HttpLink link, TimeProvider time) : TokenAuthenticator(time)
{
    protected override Task<Token> FetchAsync(CancellationToken cancellationToken)
    {
        var secret = settings.ClientSecret.Reveal();
        var form = new List<KeyValuePair<string, string>> { new("grant_type", "client_credentials") };
        if (settings.Style == ClientCredentialsStyle.Body)
        {
            form.AddRange([new("client_id", settings.ClientId), new("client_secret", secret)]);
        }

        if (settings.Scope is { } scope)
        {
            form.Add(new("scope", scope));
        }

        form.AddRange(settings.Parameters);
        return TokenRequest.SendAsync(link, settings.TokenUrl, form, Prepare, cancellationToken);

        // RFC 6749, 2.3.1: each part is form-encoded before it is joined.
        void Prepare(HttpRequestMessage request) => request.Headers.Authorization = settings.Style == ClientCredentialsStyle.Basic
            ? BasicAuthenticator.Header(Uri.EscapeDataString(settings.ClientId), Uri.EscapeDataString(secret)) : null;
    }
}
