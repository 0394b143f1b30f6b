using System.Buffers.Binary;
using System.Security.Cryptography;
using IntegrationHub.Mdm.Registry.Wire;

namespace IntegrationHub.Mdm.Registry.Absorbing;

/// <summary>Hashes a record's content: the body's hash in the upper half, the mapped form's in the lower.</summary>
/// <remarks>Two halves because they answer two questions. Of two equal source versions the greater body hash is live, whatever the mapping made of
/// them; an equal body with another mapped form is the same version mapped anew, and replaces it.</remarks>
internal sealed class ContentHash
{
    private readonly WireWriter _writer = new();

    public static ulong BodyHalf(UInt128 hash) => (ulong)(hash >> 64);

    public UInt128 Of(Arrival arrival)
    {
        _writer.Clear();
        RegistryWire.Write(_writer, arrival.Record);
        return new UInt128(Half(arrival.Body.Span), Half(_writer.Written));
    }

    private static ulong Half(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);

        // One bit less than 64: every store keeps the halves as signed integers.
        return BinaryPrimitives.ReadUInt64BigEndian(hash) >> 1;
    }
}
