using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace IntegrationHub.Mdm.Storage.Encoding;

/// <summary>Keys as hashes: any length, compared to the bit on every provider, and nothing readable stays in an index page after erasure.</summary>
internal static class KeyHash
{
    /// <summary>Sixteen bytes of SHA-256 over connection and key: the unique key of a record.</summary>
    public static byte[] Of(RecordKey key) => Of(key.Connection, key.Key)[..16];

    /// <summary>Eight bytes of SHA-256 over a kind and a value; whoever reads by it compares the value itself afterwards.</summary>
    public static long Short(string kind, string value) => BinaryPrimitives.ReadInt64LittleEndian(Of(kind, value));

    private static byte[] Of(string first, string second)
    {
        // The lengths keep ("ab", "c") and ("a", "bc") apart; UTF-16 keeps even lone surrogates apart.
        var length = 4 + (2 * (first.Length + second.Length));
        var bytes = length <= 512 ? stackalloc byte[length] : new byte[length];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, first.Length);
        MemoryMarshal.AsBytes(first.AsSpan()).CopyTo(bytes[4..]);
        MemoryMarshal.AsBytes(second.AsSpan()).CopyTo(bytes[(4 + (2 * first.Length))..]);
        return SHA256.HashData(bytes);
    }
}
