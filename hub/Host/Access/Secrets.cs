using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace IntegrationHub.Host.Access;

/// <summary>Random secrets of 256 bits, shown once and kept as SHA-256: with that much entropy no slow hash is needed.</summary>
public static class Secrets
{
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));

    /// <summary>Compares in constant time.</summary>
    public static bool Matches(string secret, ReadOnlySpan<byte> hash) => CryptographicOperations.FixedTimeEquals(Hash(secret), hash);
}
