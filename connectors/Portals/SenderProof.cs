using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using IntegrationHub.Connectors.Abstractions;

namespace IntegrationHub.Connectors.Portals;

/// <summary>Checks who sent a call, over the bytes as received: Standard Webhooks 1.0.0 (HMAC-SHA256 over <c>id.timestamp.body</c>), or a shared key in a header.</summary>
internal sealed class SenderProof(WebhookSettings settings, TimeProvider time)
{
    private const string Prefix = "whsec_";

    /// <returns>Null when the sender is who it says.</returns>
    public Failure? Judge(IncomingCall call)
    {
        if (settings.Keys.Count == 0)
        {
            return SharedKey(call);
        }

        var (id, stamp, signatures) = (Header(call, "webhook-id"), Header(call, "webhook-timestamp"), Header(call, "webhook-signature"));
        if (id.Length == 0 || signatures.Length == 0 || !long.TryParse(stamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
        {
            return Denied("webhook.unsigned", "The call bears no signature: the sender must sign as Standard Webhooks says.");
        }

        if (Math.Abs(time.GetUtcNow().ToUnixTimeSeconds() - seconds) > settings.ToleranceSeconds)
        {
            return Denied("webhook.old", "The call was signed too long ago: it is played again, or a clock is wrong.");
        }

        var found = false;
        foreach (var key in settings.Keys)
        {
            if (!key.TryReveal(out var text))
            {
                return key.Missing;
            }

            var expected = Sign(text, id, stamp, call.Body.Span);
            foreach (var signature in signatures.Split(' '))
            {
                found |= CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(signature), expected);
            }
        }

        return found ? null : Denied("webhook.signature", "The signature is of none of the connection's keys.");
    }

    private Failure? SharedKey(IncomingCall call)
    {
        if (!settings.SharedKey!.TryReveal(out var key))
        {
            return settings.SharedKey.Missing;
        }

        // Hashes have one length, so that the comparison tells nothing of the key's.
        var given = SHA256.HashData(Encoding.UTF8.GetBytes(Header(call, settings.KeyHeader!)));
        return CryptographicOperations.FixedTimeEquals(given, SHA256.HashData(Encoding.UTF8.GetBytes(key))) ? null : Denied("webhook.key", "The call does not bear the connection's key.");
    }

    private static byte[] Sign(string key, string id, string stamp, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Bytes(key));
        hash.AppendData(Encoding.UTF8.GetBytes($"{id}.{stamp}."));
        hash.AppendData(body);
        return Encoding.UTF8.GetBytes("v1," + Convert.ToBase64String(hash.GetHashAndReset()));
    }

    // Some senders show the bare text instead of whsec_ and base64.
    private static byte[] Bytes(string key)
    {
        var bytes = new byte[key.Length];
        return key.StartsWith(Prefix, StringComparison.Ordinal) && Convert.TryFromBase64String(key[Prefix.Length..], bytes, out var length) ? bytes[..length] : Encoding.UTF8.GetBytes(key);
    }

    private static string Header(IncomingCall call, string name) =>
        call.Headers.TryGetValue(name, out var value) ? value : call.Headers.FirstOrDefault(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value ?? "";

    private static Failure Denied(string code, string detail) => new(FailureKind.Denied, code, detail);
}
