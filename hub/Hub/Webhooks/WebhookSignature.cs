using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace IntegrationHub.Hub.Webhooks;

/// <summary>Signs and checks a delivery as Standard Webhooks 1.0.0 says: HMAC-SHA256 over <c>id.timestamp.body</c>, one <c>v1,…</c> per secret.</summary>
public static class WebhookSignature
{
    /// <summary>The <c>webhook-signature</c> header: one signature per secret in force, separated by spaces, so that a receiver may rotate.</summary>
    public static string Sign(IReadOnlyList<WebhookSecret> secrets, string id, DateTimeOffset at, ReadOnlySpan<byte> body)
    {
        var signatures = new string[secrets.Count];
        for (var i = 0; i < secrets.Count; i++)
        {
            signatures[i] = "v1," + Convert.ToBase64String(Hash(secrets[i], id, at.ToUnixTimeSeconds(), body));
        }

        return string.Join(' ', signatures);
    }

    /// <summary>Checks a received delivery in constant time; the timestamp may be off by <paramref name="tolerance"/>.</summary>
    public static bool Verify(
        IReadOnlyList<WebhookSecret> secrets, string id, string timestamp, ReadOnlySpan<byte> body, string header, DateTimeOffset now, TimeSpan tolerance)
    {
        if (!long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || Math.Abs(now.ToUnixTimeSeconds() - seconds) > tolerance.TotalSeconds)
        {
            return false;
        }

        var found = false;
        foreach (var signature in header.Split(' '))
        {
            foreach (var secret in secrets)
            {
                var expected = "v1," + Convert.ToBase64String(Hash(secret, id, seconds, body));
                found |= CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(signature));
            }
        }

        return found;
    }

    private static byte[] Hash(WebhookSecret secret, string id, long seconds, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, secret.Key);
        hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{seconds}.")));
        hash.AppendData(body);
        return hash.GetHashAndReset();
    }
}
