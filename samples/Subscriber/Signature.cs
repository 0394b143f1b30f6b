using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Subscriber;

/// <summary>Checks that a delivery comes from the hub (Standard Webhooks 1.0.0), in constant time; several signatures may stand in the header while the secret is changed.</summary>
public sealed class Signature(string secret, TimeProvider clock)
{
    private const int ToleranceSeconds = 300;
    private readonly byte[] _key = Convert.FromBase64String(secret["whsec_".Length..]);

    public bool IsRight(string id, string timestamp, string header, ReadOnlySpan<byte> body)
    {
        if (!long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var at) || Math.Abs(clock.GetUtcNow().ToUnixTimeSeconds() - at) > ToleranceSeconds)
        {
            return false;
        }

        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _key);
        hmac.AppendData(Encoding.UTF8.GetBytes($"{id}.{timestamp}."));
        hmac.AppendData(body);
        var expected = Encoding.UTF8.GetBytes("v1," + Convert.ToBase64String(hmac.GetHashAndReset()));
        return header.Split(' ').Any(given => CryptographicOperations.FixedTimeEquals(expected, Encoding.UTF8.GetBytes(given)));
    }
}
