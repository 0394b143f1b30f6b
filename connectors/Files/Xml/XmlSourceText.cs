using System.Text;
using System.Xml;

namespace IntegrationHub.Connectors.Files.Xml;

/// <summary>The letters of an XML file on their way to the reader: counts them, and stops a single attribute or name that would fill the memory.</summary>
/// <param name="stream">Positioned at the first letter; disposed with this.</param>
/// <param name="encoding">Of the file.</param>
/// <param name="longest">Most letters between two calls of <see cref="Step"/>.</param>
internal sealed class XmlSourceText(Stream stream, Encoding encoding, int longest) : TextReader
{
    private readonly StreamReader reader = new(stream, encoding, detectEncodingFromByteOrderMarks: false, 1 << 15);
    private long since;

    /// <summary>Bytes taken from the file.</summary>
    public long Position => stream.CanRead ? stream.Position : 0;

    /// <summary>All letters were given.</summary>
    public bool Ended { get; private set; }

    /// <summary>The reader came one node further.</summary>
    public void Step() => since = 0;

    /// <summary>What is read over may be as long as it likes.</summary>
    public void SkipFreely() => since = long.MinValue / 2;

    public override int Read(char[] buffer, int index, int count)
    {
        if (since > longest)
        {
            throw new XmlException("a name or an attribute is longer than any file has reason for");
        }

        var read = reader.Read(buffer, index, count);
        since += read;
        Ended |= read == 0 && count > 0;
        return read;
    }

    public override int Read() => reader.Read();

    public override int Peek() => reader.Peek();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            reader.Dispose();
        }

        base.Dispose(disposing);
    }
}
