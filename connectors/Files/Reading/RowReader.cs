namespace IntegrationHub.Connectors.Files.Reading;

/// <summary>Reads a file row by row, good and bad alike, and can start again at any <see cref="Offset"/> it ever had.</summary>
internal abstract class RowReader : IDisposable
{
    /// <summary>The row last read.</summary>
    public FileRow Row { get; protected set; }

    /// <summary>Byte after the row last read; the row's number where bytes cannot be told.</summary>
    public long Offset { get; protected set; }

    /// <summary>Lines before <see cref="Offset"/>.</summary>
    public long Lines { get; protected set; }

    /// <summary>Bytes of the file read so far, about: for progress only.</summary>
    public virtual long Position => Offset;

    /// <returns>False at the end of the file.</returns>
    /// <exception cref="IOException">The file cannot be read any further.</exception>
    public abstract bool Read();

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected abstract void Dispose(bool disposing);
}
