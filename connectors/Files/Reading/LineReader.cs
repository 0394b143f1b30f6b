namespace IntegrationHub.Connectors.Files.Reading;

/// <summary>Reads a stream line by line as bytes, in bounded memory: of a line beyond the limit only the start is kept.</summary>
/// <param name="stream">Positioned where the first line starts; the reader disposes it.</param>
/// <param name="limit">Longest line, in bytes.</param>
/// <param name="width">Bytes a letter: 2 for UTF-16.</param>
/// <param name="bigEndian">For a width of 2.</param>
internal sealed class LineReader(Stream stream, int limit, int width = 1, bool bigEndian = false) : IDisposable
{
    private byte[] buffer = new byte[1 << 16];
    private int start;
    private int end;

    /// <summary>The line last read, without its end; valid until the next read.</summary>
    public ReadOnlyMemory<byte> Line { get; private set; }

    /// <summary>The line is longer than the limit: <see cref="Line"/> is only its start.</summary>
    public bool TooLong { get; private set; }

    /// <summary>Bytes of the line last read with its end.</summary>
    public long Length { get; private set; }

    /// <summary>The line last read has an end; false for a last line cut short.</summary>
    public bool Ended { get; private set; }

    public bool Read()
    {
        (TooLong, Length, Ended) = (false, 0, true);
        var scanned = 0;
        int found;
        while ((found = Find(scanned)) < 0)
        {
            scanned = Math.Max(0, (end - start) / width * width);
            if (end - start > limit)
            {
                SkipRest();
                return true;
            }

            if (!Fill())
            {
                return Last();
            }
        }

        Take(found, found + width);
        TooLong = found > limit;
        return true;
    }

    public void Dispose() => stream.Dispose();

    private int Find(int from)
    {
        var span = buffer.AsSpan(start, end - start);
        if (width == 1)
        {
            var at = span[from..].IndexOf((byte)'\n');
            return at < 0 ? -1 : from + at;
        }

        for (var at = from; at + 1 < span.Length; at += 2)
        {
            if ((bigEndian ? (span[at] << 8) | span[at + 1] : span[at] | (span[at + 1] << 8)) == '\n')
            {
                return at;
            }
        }

        return -1;
    }

    private bool Last()
    {
        if (start == end)
        {
            return false;
        }

        Take(end - start, end - start);
        Ended = false;
        TooLong = Line.Length > limit;
        return true;
    }

    private void Take(int length, int consumed)
    {
        Line = buffer.AsMemory(start, length);
        Length = consumed;
        start += consumed;
    }

    private void SkipRest()
    {
        TooLong = true;
        Line = buffer.AsSpan(start, Math.Min(limit, FileRow.RawLimit)).ToArray();
        int found;
        while ((found = Find(0)) < 0)
        {
            var keep = (end - start) % width;
            Length += end - start - keep;
            start = end - keep;
            if (!Fill())
            {
                Length += end - start;
                (start, Ended) = (end, false);
                return;
            }
        }

        Length += found + width;
        start += found + width;
    }

    private bool Fill()
    {
        if (start > 0)
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            (start, end) = (0, end - start);
        }

        if (end == buffer.Length)
        {
            Array.Resize(ref buffer, buffer.Length * 2);
        }

        var read = stream.Read(buffer, end, buffer.Length - end);
        end += read;
        return read > 0;
    }
}
