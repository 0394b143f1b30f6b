using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Xml;
using IntegrationHub.Connectors.Files.Reading;

namespace IntegrationHub.Connectors.Files.Xml;

/// <summary>Walks an XML file and makes a row of each element its heir is interested in. <see cref="RowReader.Offset"/> counts rows: bytes cannot be told.</summary>
internal abstract class XmlRowReader : RowReader
{
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };
    private readonly XmlSourceText text;
    private readonly ArrayBufferWriter<byte> buffer = new(4096);
    private bool ended;

    protected XmlRowReader(string path, FileFacts facts)
    {
        (Xml, text) = XmlText.Open(path, facts);
        File = Path.GetFileName(path);
        try
        {
            Xml.MoveToContent();
        }
        catch (XmlException error)
        {
            Xml.Dispose();
            throw new FileRefusedException("xml.invalid", $"{File} is no XML: line {error.LineNumber}, column {error.LinePosition}. It is not taken.");
        }
    }

    public override long Position => text.Position;

    protected XmlReader Xml { get; }

    protected string File { get; }

    /// <summary>What <see cref="Json"/> wrote last, damaged letters and all.</summary>
    protected ReadOnlySpan<byte> LastJson => buffer.WrittenSpan;

    /// <summary>Line and column of the node the reader stands on.</summary>
    protected string Place => Xml is IXmlLineInfo at && at.HasLineInfo() ? Write(at.LineNumber, at.LinePosition) : "";

    public override bool Read()
    {
        while (!ended)
        {
            try
            {
                text.Step();
                if (Next() is { } row)
                {
                    Offset++;
                    Row = row;
                    return true;
                }

                ended |= Xml.EOF;
            }
            catch (XmlException error)
            {
                // What follows cannot be told apart any more; what came before stays.
                ended = true;
                Offset++;
                Row = FileRow.Bad(Offset, text.Ended ? "xml.cut-short" : "xml.invalid", default) with { Place = Write(error.LineNumber, error.LinePosition) };
                return true;
            }
        }

        return false;
    }

    /// <summary>Goes one node further; a row where that ended one, else null. At the end of the document it leaves the reader at its end.</summary>
    /// <exception cref="XmlException">The document breaks off.</exception>
    protected abstract FileRow? Next();

    /// <summary>Reads over the element at hand, however long it is.</summary>
    protected void SkipElement()
    {
        text.SkipFreely();
        Xml.Skip();
        text.Step();
    }

    /// <summary>A JSON body.</summary>
    /// <returns>Null when a letter could not be decoded.</returns>
    protected ReadOnlyMemory<byte>? Json(Action<Utf8JsonWriter> write)
    {
        buffer.ResetWrittenCount();
        using (var writer = new Utf8JsonWriter(buffer, Writing))
        {
            write(writer);
        }

        return buffer.WrittenSpan.IndexOf("\uFFFD"u8) >= 0 ? default(ReadOnlyMemory<byte>?) : buffer.WrittenMemory;
    }

    protected override void Dispose(bool disposing)
    {
        Xml.Dispose();
        text.Dispose();
    }

    private static string Write(int line, int column) => string.Create(CultureInfo.InvariantCulture, $"{line}:{column}");
}
