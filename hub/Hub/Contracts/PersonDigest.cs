using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Json;

namespace IntegrationHub.Hub.Contracts;

/// <summary>What a subscriber should hold of one person, as a keyed fingerprint: it tells whether two copies are equal, and nothing of the values.</summary>
/// <param name="Id">The person.</param>
/// <param name="Mark">First eight bytes, big-endian, of HMAC-SHA256 over <c>id.citizen</c>: the id's text, a dot, and the citizen's JSON as events and snapshots write it.</param>
public readonly record struct PersonDigest(GoldenId Id, ulong Mark)
{
    internal static PersonDigest Of(CitizenView view, byte[] key) => new(view.Id, Marked(key, [.. Encoding.UTF8.GetBytes($"{view.Id}."), .. RegistryJson.Write(view.Citizen)]));

    /// <param name="key">Chosen by whoever compares, anew each time.</param>
    /// <param name="text">The id's text, a dot, the citizen's JSON.</param>
    public static ulong Marked(ReadOnlySpan<byte> key, ReadOnlySpan<byte> text)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, text, hash);
        return BinaryPrimitives.ReadUInt64BigEndian(hash);
    }
}
