using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Hub.Feed;

/// <summary>A place in the change log: after the change with this sequence. Opaque to readers: 23 letters of base64url.</summary>
/// <param name="Sequence">Last change already seen; 0 for the beginning.</param>
/// <param name="Mark">Fingerprint of that change. It is the cursor's epoch: after a restore the same sequence holds another change, the mark differs, and the cursor is known to be expired without anybody having to count restores.</param>
public readonly record struct FeedCursor(long Sequence, ulong Mark)
{
    private const byte Form = 1;
    private const int Length = 17;

    public static FeedCursor Start => default;

    public static FeedCursor After(RegistryChange change)
    {
        Span<byte> input = stackalloc byte[36];
        BinaryPrimitives.WriteInt64BigEndian(input, change.Sequence);
        BinaryPrimitives.WriteInt64BigEndian(input[8..], change.Golden.Value);
        BinaryPrimitives.WriteInt64BigEndian(input[16..], change.Version);
        BinaryPrimitives.WriteInt64BigEndian(input[24..], change.At.UtcTicks / TimeSpan.TicksPerMicrosecond);
        BinaryPrimitives.WriteInt32BigEndian(input[32..], (int)change.Kind);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(input, hash);
        return new FeedCursor(change.Sequence, BinaryPrimitives.ReadUInt64BigEndian(hash));
    }

    /// <returns>False when the text is no cursor of this form.</returns>
    public static bool TryParse(string? text, out FeedCursor cursor)
    {
        cursor = default;
        Span<byte> bytes = stackalloc byte[Length];
        if (text is not { Length: 23 } || !text.All(IsLetter)
            || Base64Url.DecodeFromChars(text, bytes, out _, out var written) != System.Buffers.OperationStatus.Done
            || written != Length || bytes[0] != Form)
        {
            return false;
        }

        var sequence = BinaryPrimitives.ReadInt64BigEndian(bytes[1..]);
        cursor = new FeedCursor(sequence, BinaryPrimitives.ReadUInt64BigEndian(bytes[9..]));
        return sequence >= 0;
    }

    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[Length];
        bytes[0] = Form;
        BinaryPrimitives.WriteInt64BigEndian(bytes[1..], Sequence);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[9..], Mark);
        return Base64Url.EncodeToString(bytes);
    }

    private static bool IsLetter(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_';
}
