using System.Buffers.Binary;
using System.Security.Cryptography;

namespace IntegrationHub.Mdm.Model;

/// <summary>Turns the registry's committed counter into opaque ids by a keyed permutation of 40 bits: same key and counter, same id.</summary>
/// <remarks>A four-round Feistel network with HMAC-SHA256 as round function (Luby and Rackoff, 1988): a bijection, so ids never collide.</remarks>
public sealed class GoldenIdSequence(ReadOnlyMemory<byte> key)
{
    private const int Half = 20;
    private const uint Mask = (1u << Half) - 1;

    /// <summary>The id of the counter's <paramref name="number"/>, from 0 to 2^40 − 1.</summary>
    public GoldenId At(long number)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(number, 1L << 40);
        var left = (uint)(number >> Half);
        var right = (uint)number & Mask;
        for (var round = 0; round < 4; round++)
        {
            (left, right) = (right, left ^ Mix(round, right));
        }

        return new GoldenId(((long)left << Half) | right);
    }

    private uint Mix(int round, uint half)
    {
        Span<byte> input = stackalloc byte[8];
        Span<byte> output = stackalloc byte[32];
        BinaryPrimitives.WriteInt32LittleEndian(input, round);
        BinaryPrimitives.WriteUInt32LittleEndian(input[4..], half);
        HMACSHA256.HashData(key.Span, input, output);
        return BinaryPrimitives.ReadUInt32LittleEndian(output) & Mask;
    }
}
