namespace IntegrationHub.Connectors.Files.Csv;

/// <summary>Stops the parser when one record grows beyond the limit: a quote never closed would otherwise swallow the file.</summary>
internal sealed class GuardedReader(TextReader reader, int limit) : TextReader
{
    private long given;

    /// <summary>Letters of all records before the one being read.</summary>
    public long RecordStart { get; set; }

    /// <exception cref="RecordTooLongException">The record being read is longer than the limit.</exception>
    public override int Read(char[] buffer, int index, int count)
    {
        // What the parser holds of the next records counts too, but is less than one of its buffers.
        if (given - RecordStart > limit)
        {
            throw new RecordTooLongException();
        }

        var read = reader.Read(buffer, index, count);
        given += read;
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            reader.Dispose();
        }

        base.Dispose(disposing);
    }
}
