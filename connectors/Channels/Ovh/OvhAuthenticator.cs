using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using IntegrationHub.Connectors.Http.Auth;

namespace IntegrationHub.Connectors.Channels.Ovh;

/// <summary>OVH's signature: <c>$1$</c> and SHA-1 over secret, consumer key, method, address, body and time, joined by plus signs. The hub's clock must be right.</summary>
internal sealed class OvhAuthenticator(OvhSettings settings, TimeProvider time) : Authenticator
{
    private static readonly string[] Headers = ["X-Ovh-Application", "X-Ovh-Consumer", "X-Ovh-Timestamp", "X-Ovh-Signature"];

    public override async ValueTask ApplyAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Withdraw(request);
        var stamp = time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var (consumer, body) = (settings.ConsumerKey.Reveal(), request.Content is { } content ? await content.ReadAsStringAsync(cancellationToken) : "");
        var signed = string.Join('+', settings.ApplicationSecret.Reveal(), consumer, request.Method.Method, request.RequestUri!.AbsoluteUri, body, stamp);
        string[] values = [settings.ApplicationKey, consumer, stamp, "$1$" + Hash(signed)];
        for (var i = 0; i < Headers.Length; i++)
        {
            request.Headers.TryAddWithoutValidation(Headers[i], values[i]);
        }
    }

    public override void Withdraw(HttpRequestMessage request)
    {
        foreach (var name in Headers)
        {
            request.Headers.Remove(name);
        }
    }

    [SuppressMessage("Security", "CA5350", Justification = "the provider's interface asks for SHA-1")]
    private static string Hash(string text) => Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(text)));
}
