using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using IntegrationHub.Connectors.Files.Reading;
using IntegrationHub.Connectors.Files.Settings;

namespace IntegrationHub.Connectors.Files.Xml;

/// <summary>Opens an XML file for streaming: no DTD, no outside entity, and letters by what the bytes are rather than by what the first line claims.</summary>
/// <remarks>Files that declare ISO-8859-1 and hold windows-1252 or UTF-8 are common; ISO-8859-1 itself is read as windows-1252, which holds it.</remarks>
internal static partial class XmlText
{
    private const int Head = 4096;
    private const int LongestToken = 1 << 25;

    /// <returns>The reader, and the text under it, which tells how far it has come.</returns>
    /// <exception cref="FileRefusedException">The file is no XML that the hub reads.</exception>
    public static (XmlReader Reader, XmlSourceText Text) Open(string path, FileFacts facts)
    {
        var file = Path.GetFileName(path);
        var stream = FileScan.Open(path, facts.Start);
        try
        {
            var head = ReadHead(stream, facts);
            var text = new XmlSourceText(stream, EncodingOf(facts, head, file), LongestToken);
            if (Declaration().IsMatch(head))
            {
                throw new FileRefusedException("xml.dtd", $"{file} declares a document type. Such files are refused, because they can make the hub read other files; have it exported without one.");
            }

            return (XmlReader.Create(text, new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                CheckCharacters = false,
                IgnoreComments = true,
                IgnoreProcessingInstructions = true,
                IgnoreWhitespace = true,
                CloseInput = true,
            }), text);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    private static string ReadHead(FileStream stream, FileFacts facts)
    {
        var buffer = new byte[Head];
        var read = stream.ReadAtLeast(buffer, Head, throwOnEndOfStream: false);
        stream.Position = facts.Start;
        var plain = facts.Encoding == TextEncoding.Utf16 ? new UnicodeEncoding(facts.BigEndian, byteOrderMark: false) : Encoding.Latin1;
        return plain.GetString(buffer, 0, read);
    }

    private static Encoding EncodingOf(FileFacts facts, string head, string file)
    {
        if (facts.Encoding != TextEncoding.Windows1252)
        {
            return facts.Encoding switch
            {
                TextEncoding.Utf16 => new UnicodeEncoding(facts.BigEndian, byteOrderMark: false),
                TextEncoding.Latin1 => CodePagesEncodingProvider.Instance.GetEncoding(1252)!,
                _ => new UTF8Encoding(false),
            };
        }

        var said = Encodings().Match(head) is { Success: true } match ? match.Groups["name"].Value.ToLowerInvariant() : "";
        if (said is "" or "utf-8" or "us-ascii" or "iso-8859-1" or "windows-1252")
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
        }

        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(said) ?? Encoding.GetEncoding(said);
        }
        catch (ArgumentException)
        {
            throw new FileRefusedException("xml.encoding-unknown", $"{file} declares an encoding the hub does not know: have it exported as UTF-8, or set \"encoding\" on the connection.");
        }
    }

    [GeneratedRegex("<!DOCTYPE", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Declaration();

    [GeneratedRegex("""^\s*<\?xml[^>]*\sencoding\s*=\s*["'](?<name>[A-Za-z0-9._-]+)["']""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Encodings();
}
