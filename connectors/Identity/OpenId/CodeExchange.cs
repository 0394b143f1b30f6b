using System.Text;
using System.Text.Json;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Http.Sending;
using IntegrationHub.Connectors.Http.Settings;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace IntegrationHub.Connectors.Identity.OpenId;

/// <summary>Code against tokens (RFC 6749, 4.1.3). A code is good once: the request is never repeated by itself.</summary>
internal sealed class CodeExchange(ProviderSettings settings, IOpenIdApi api)
{
    /// <exception cref="HttpFailureException">The provider refuses the code or the client, or gives no answer.</exception>
    public async Task<(string IdToken, string AccessToken)> AskAsync(OpenIdConnectConfiguration about, SignInTicket ticket, string code, CancellationToken cancellationToken)
    {
        if (!settings.ClientSecret.TryReveal(out var secret))
        {
            throw new HttpFailureException(settings.ClientSecret.Missing);
        }

        var rules = settings.Rules;
        var form = new Dictionary<string, string> { ["grant_type"] = "authorization_code", ["code"] = code, ["redirect_uri"] = ticket.Callback.AbsoluteUri };
        if (rules.ProofKey)
        {
            form.Add("code_verifier", ticket.Verifier);
        }

        string? basic = null;
        if (rules.Secret == ClientCredentialsStyle.Basic)
        {
            // RFC 6749, 2.3.1: both are form-encoded first.
            var pair = $"{Uri.EscapeDataString(settings.ClientId)}:{Uri.EscapeDataString(secret)}";
            basic = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(pair));
        }
        else
        {
            form.Add("client_id", settings.ClientId);
            form.Add("client_secret", secret);
        }

        using var json = await api.ExchangeAsync(about.TokenEndpoint, basic, form, cancellationToken);
        return (Text(json, "id_token"), Text(json, "access_token"));
    }

    /// <summary>The <c>error</c> of an answer that is one (RFC 6749, 5.2); null when it is none.</summary>
    public static string? ErrorOf(HttpReply reply)
    {
        using var json = reply.TryJson();
        return json?.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("error", out var error) && error.ValueKind == JsonValueKind.String ? error.GetString() : null;
    }

    private static string Text(JsonDocument json, string name) =>
        json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text
            ? text
            : throw new HttpFailureException(HttpReply.Malformed("token answer"));
}
