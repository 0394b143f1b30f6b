using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace IntegrationHub.Mdm.Storage.Encoding;

/// <summary>Lists of integers and 128-bit numbers as bytes.</summary>
internal static class Numbers
{
    public static byte[] Write(ReadOnlySpan<long> numbers) => MemoryMarshal.AsBytes(numbers).ToArray();

    public static long[] Read(ReadOnlySpan<byte> bytes) => MemoryMarshal.Cast<byte, long>(bytes).ToArray();

    public static byte[] Write(UInt128 number)
    {
        var bytes = new byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, number);
        return bytes;
    }

    public static UInt128 ReadUInt128(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt128BigEndian(bytes);
}
