using System.Security.Cryptography;

namespace IntegrationHub.Hub.Webhooks;

/// <summary>A signing key of a subscription, shown to its owner as <c>whsec_</c> and base64. It never prints itself.</summary>
/// <remarks>Standard Webhooks 1.0.0: 24 to 64 random bytes.</remarks>
public sealed class WebhookSecret
{
    private const string Prefix = "whsec_";
    private readonly byte[] _key;

    private WebhookSecret(byte[] key) => _key = key;

    internal ReadOnlySpan<byte> Key => _key;

    public static WebhookSecret Generate() => new(RandomNumberGenerator.GetBytes(32));

    /// <exception cref="FormatException">Not of the form; the text itself is never repeated.</exception>
    public static WebhookSecret Parse(string text)
    {
        var bytes = new byte[64];
        return text.StartsWith(Prefix, StringComparison.Ordinal)
            && Convert.TryFromBase64String(text[Prefix.Length..], bytes, out var written) && written >= 24
            ? new WebhookSecret(bytes[..written])
            : throw new FormatException("a webhook secret is whsec_ followed by the base64 of 24 to 64 random bytes");
    }

    /// <summary>The secret in full, to be shown once to the subscription's owner.</summary>
    public string Reveal() => Prefix + Convert.ToBase64String(_key);

    public override string ToString() => Prefix + "…";
}
