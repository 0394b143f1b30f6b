using System.Buffers;
using System.Text;
using IntegrationHub.Connectors.Files.Settings;

namespace IntegrationHub.Connectors.Files.Reading;

/// <summary>Counts over a whole file what its bytes can be: a sample would miss the one accent at the end.</summary>
internal sealed class EncodingCensus
{
    // A letter with an accent, then a sign like © or ±: of a hundred accents in real windows-1252 files not one looks like UTF-8 so.
    private const int Chance = 20;

    private readonly byte[] carry = new byte[4];
    private int carried;
    private byte[]? head;
    private long valid;
    private long invalid;

    public bool BigEndian => head is [0xFE, 0xFF, ..] || Zeros(even: true);

    /// <summary>A byte order mark decides; then zeros in every other byte (UTF-16); then UTF-8 unless broken sequences are many times the sound ones, which in windows-1252 stand by chance alone; else windows-1252, which holds all of ISO-8859-1.</summary>
    public TextEncoding Encoding => head switch
    {
        null or [0xEF, 0xBB, 0xBF, ..] => TextEncoding.Utf8,
        [0xFE, 0xFF, ..] or [0xFF, 0xFE, ..] => TextEncoding.Utf16,
        _ when Zeros(even: true) || Zeros(even: false) => TextEncoding.Utf16,
        _ => invalid <= valid * Chance ? TextEncoding.Utf8 : TextEncoding.Windows1252,
    };

    public int MarkLength(TextEncoding encoding) => (encoding, head) switch
    {
        (TextEncoding.Utf16, [0xFE, 0xFF, ..] or [0xFF, 0xFE, ..]) => 2,
        (not TextEncoding.Utf16, [0xEF, 0xBB, 0xBF, ..]) => 3,
        _ => 0,
    };

    public void Add(ReadOnlySpan<byte> chunk)
    {
        head ??= chunk[..Math.Min(chunk.Length, 4096)].ToArray();
        while (carried > 0 && chunk.Length > 0)
        {
            carry[carried++] = chunk[0];
            chunk = chunk[1..];
            var status = Rune.DecodeFromUtf8(carry.AsSpan(0, carried), out _, out var used);
            if (status == OperationStatus.NeedMoreData)
            {
                continue;
            }

            Count(status == OperationStatus.Done);
            carry.AsSpan(used, carried - used).CopyTo(carry);
            carried -= used;
            if (carried == 1 && carry[0] < 0x80)
            {
                carried = 0;
            }
        }

        Count(chunk);
    }

    private void Count(ReadOnlySpan<byte> chunk)
    {
        while (chunk.IndexOfAnyInRange((byte)0x80, (byte)0xFF) is var at and >= 0)
        {
            chunk = chunk[at..];
            var status = Rune.DecodeFromUtf8(chunk, out _, out var used);
            if (status == OperationStatus.NeedMoreData)
            {
                chunk.CopyTo(carry);
                carried = chunk.Length;
                return;
            }

            Count(status == OperationStatus.Done);
            chunk = chunk[used..];
        }
    }

    private void Count(bool sound)
    {
        if (sound)
        {
            valid++;
        }
        else
        {
            invalid++;
        }
    }

    private bool Zeros(bool even)
    {
        if (head is null || head.Length < 4)
        {
            return false;
        }

        var zeros = Enumerable.Range(0, head.Length).Count(at => head[at] == 0 && at % 2 == (even ? 0 : 1));
        var others = head.Count(letter => letter == 0) - zeros;
        return zeros * 4 > head.Length && others * 10 < zeros;
    }
}
