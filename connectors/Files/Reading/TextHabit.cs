using System.Text;
using IntegrationHub.Connectors.Files.Settings;

namespace IntegrationHub.Connectors.Files.Reading;

/// <summary>How a file's text is written, for a program that writes beside it: what reads the one should read the other.</summary>
/// <param name="Encoding">With a preamble only where the file has a byte order mark.</param>
/// <param name="NewLine">As its first line ends.</param>
public sealed record TextHabit(Encoding Encoding, string NewLine)
{
    private const int Chunk = 1 << 17;

    /// <exception cref="IOException">The file cannot be read.</exception>
    public static TextHabit Of(string path, CancellationToken cancellationToken)
    {
        using var stream = FileScan.Open(path);
        var census = new EncodingCensus();
        var buffer = new byte[Chunk];
        string? newLine = null;
        int read;
        while ((read = stream.ReadAtLeast(buffer, Chunk, throwOnEndOfStream: false)) > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var chunk = buffer.AsSpan(0, read);
            census.Add(chunk);
            newLine ??= NewLineOf(chunk);
        }

        var mark = census.MarkLength(census.Encoding) > 0;
        return new TextHabit(
            census.Encoding switch
            {
                TextEncoding.Utf16 => new UnicodeEncoding(census.BigEndian, mark),
                TextEncoding.Windows1252 => CodePagesEncodingProvider.Instance.GetEncoding(1252)!,
                _ => new UTF8Encoding(mark),
            },
            newLine ?? "\n");
    }

    // In UTF-16 a zero stands between the two.
    private static string? NewLineOf(ReadOnlySpan<byte> chunk)
    {
        var end = chunk.IndexOf((byte)'\n');
        return end < 0 ? null : chunk[Math.Max(0, end - 3)..end].Contains((byte)'\r') ? "\r\n" : "\n";
    }
}
