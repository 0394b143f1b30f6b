using System.Security.Cryptography;
using IntegrationHub.Connectors.Files.Settings;

namespace IntegrationHub.Connectors.Files.Reading;

/// <summary>The pass over a whole file that gives its identity and its encoding.</summary>
internal static class FileScan
{
    private const int Chunk = 1 << 17;

    /// <exception cref="IOException">The file cannot be read, or changed meanwhile.</exception>
    public static FileFacts Of(string path, TextEncoding wanted, CancellationToken cancellationToken)
    {
        using var stream = Open(path);
        var (size, modified) = (stream.Length, File.GetLastWriteTimeUtc(path));
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var text = new EncodingCensus();
        var buffer = new byte[Chunk];
        int read;
        long total = 0;
        while ((read = stream.ReadAtLeast(buffer, Chunk, throwOnEndOfStream: false)) > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            total += read;
            hash.AppendData(buffer, 0, read);
            text.Add(buffer.AsSpan(0, read));
        }

        if (total != size || File.GetLastWriteTimeUtc(path) != modified)
        {
            throw new IOException("the file changed while it was read");
        }

        var encoding = wanted == TextEncoding.Auto ? text.Encoding : wanted;
        return new FileFacts(Convert.ToHexStringLower(hash.GetHashAndReset()), size, modified, encoding, text.BigEndian, text.MarkLength(encoding));
    }

    /// <exception cref="IOException">The file changed since it was scanned.</exception>
    public static void RequireUnchanged(string path, FileFacts facts)
    {
        var now = new FileInfo(path);
        if (now.Length != facts.Size || now.LastWriteTimeUtc != facts.ModifiedUtc)
        {
            throw new IOException("the file changed while it was read");
        }
    }

    /// <summary>Opens for reading; a writer that still holds the file makes this fail.</summary>
    public static FileStream Open(string path, long offset = 0)
    {
        var stream = new FileStream(path, new FileStreamOptions
        {
            Mode = FileMode.Open,
            Access = FileAccess.Read,
            Share = FileShare.Read | FileShare.Delete,
            BufferSize = 0,
            Options = FileOptions.SequentialScan,
        });
        stream.Position = offset;
        return stream;
    }
}
