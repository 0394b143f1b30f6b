using System.Buffers.Binary;
using System.Security.Cryptography;

namespace IntegrationHub.Connectors.Files.Reading;

/// <summary>Record keys of rows.</summary>
internal static class RowKey
{
    /// <summary>Longest key of a source record.</summary>
    public const int Longest = 400;

    /// <summary>Several columns joined by <c>|</c>, so that no two rows of different values share a key; null when all are empty or the key is too long.</summary>
    public static string? Join(IReadOnlyList<string> values)
    {
        if (values.All(string.IsNullOrWhiteSpace))
        {
            return null;
        }

        var key = values.Count == 1
            ? values[0].Trim()
            : string.Join('|', values.Select(value => value.Trim().Replace("\\", "\\\\", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal)));
        return key.Length > Longest ? null : key;
    }

    /// <summary>The first half of the content's SHA-256.</summary>
    public static UInt128 Hash(ReadOnlySpan<byte> content)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(content, hash);
        return BinaryPrimitives.ReadUInt128BigEndian(hash);
    }

    /// <summary>A hash as 32 hexadecimal digits.</summary>
    public static string Text(UInt128 hash)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, hash);
        return Convert.ToHexStringLower(bytes);
    }
}
