using System.Text;
using System.Text.Unicode;
using IntegrationHub.Connectors.Abstractions.Privacy;
using IntegrationHub.Connectors.Files.Reading;
using IntegrationHub.Connectors.Files.Settings;

namespace IntegrationHub.Connectors.Files.Csv;

/// <summary>How the letters given to the parser stand for the file's bytes.</summary>
/// <remarks>
/// But for UTF-16, the parser is given bytes as letters (ISO-8859-1): delimiters and quotes are ASCII in all these encodings, offsets stay exact
/// whatever is broken in the file, and UTF-8 text reaches the body without ever being decoded.
/// </remarks>
internal sealed class CsvText(FileFacts facts)
{
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
    private byte[] bytes = new byte[1024];

    /// <summary>What the parser's reader decodes with.</summary>
    public Encoding Outer { get; } = facts.Encoding == TextEncoding.Utf16 ? new UnicodeEncoding(facts.BigEndian, byteOrderMark: false) : Encoding.Latin1;

    /// <summary>Bytes a letter of the parser.</summary>
    public int Width { get; } = facts.Encoding == TextEncoding.Utf16 ? 2 : 1;

    public bool BigEndian => facts.BigEndian;

    /// <summary>Writes a field into a row.</summary>
    /// <returns>False when its bytes are not text in the file's encoding, or hold a NUL; nothing is written then.</returns>
    public bool TryWrite(string field, int column, PrivateRow row)
    {
        if (field.Length == 0)
        {
            row.Write(column, ReadOnlySpan<byte>.Empty);
            return true;
        }

        if (facts.Encoding == TextEncoding.Utf8 || Ascii.IsValid(field))
        {
            var raw = Raw(field);
            if (raw.Contains((byte)0) || !Utf8.IsValid(raw))
            {
                return false;
            }

            row.Write(column, raw);
            return true;
        }

        if (field.Contains('\0', StringComparison.Ordinal))
        {
            return false;
        }

        row.Write(column, facts.Encoding == TextEncoding.Windows1252 ? Windows1252.GetString(Raw(field)) : field);
        return true;
    }

    /// <summary>A field as text; a header's or a key's, not on the way of every field.</summary>
    public string Decode(string field) => facts.Encoding switch
    {
        TextEncoding.Utf8 when !Ascii.IsValid(field) => Encoding.UTF8.GetString(Raw(field)),
        TextEncoding.Windows1252 when !Ascii.IsValid(field) => Windows1252.GetString(Raw(field)),
        _ => field,
    };

    /// <summary>Letters the parser knows for a text of the settings (a delimiter such as §).</summary>
    public string Encode(string text) => facts.Encoding switch
    {
        TextEncoding.Utf8 => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text)),
        TextEncoding.Windows1252 => Encoding.Latin1.GetString(Windows1252.GetBytes(text)),
        _ => text,
    };

    /// <summary>The file's own bytes of something the parser gave.</summary>
    public byte[] Bytes(string text) => Outer.GetBytes(text);

    private ReadOnlySpan<byte> Raw(string field)
    {
        if (bytes.Length < field.Length)
        {
            bytes = new byte[field.Length * 2];
        }

        return bytes.AsSpan(0, Encoding.Latin1.GetBytes(field, bytes));
    }
}
