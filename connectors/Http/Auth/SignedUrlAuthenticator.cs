using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using IntegrationHub.Connectors.Http.Settings;

namespace IntegrationHub.Connectors.Http.Auth;

/// <summary>Signs the query as Publik's services check it: HMAC-SHA256 over the exact query string sent, base64, as its last parameter.</summary>
internal sealed class SignedUrlAuthenticator(SignedUrlSettings settings, TimeProvider time) : Authenticator
{
    private static readonly HashSet<string> Signing = ["email", "algo", "timestamp", "nonce", "orig", "signature"];

    public override ValueTask ApplyAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var nonce = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        request.RequestUri = Sign(request.RequestUri!, settings, settings.Key.Reveal(), time.GetUtcNow(), nonce);
        return ValueTask.CompletedTask;
    }

    public static Uri Sign(Uri address, SignedUrlSettings settings, string key, DateTimeOffset now, string nonce)
    {
        // A link to the next page repeats the query it answers, signature and all: it is signed afresh.
        var query = new StringBuilder(string.Join('&', address.Query.TrimStart('?').Split('&').Where(pair => !Signing.Contains(pair.Split('=')[0]))));
        Add(query, "email", settings.Email);
        Add(query, "algo", "sha256");
        Add(query, "timestamp", now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        Add(query, "nonce", nonce);
        Add(query, "orig", settings.Orig);
        var signature = HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(query.ToString()));
        Add(query, "signature", Convert.ToBase64String(signature));
        return new UriBuilder(address) { Query = query.ToString() }.Uri;
    }

    private static void Add(StringBuilder query, string name, string? value)
    {
        if (value is not null)
        {
            query.Append(query.Length == 0 ? "" : "&").Append(name).Append('=').Append(Uri.EscapeDataString(value));
        }
    }
}
