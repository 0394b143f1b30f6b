using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using IntegrationHub.Connectors.Abstractions.Privacy;
using IntegrationHub.Connectors.Files.Reading;
using IntegrationHub.Connectors.Files.Settings;

namespace IntegrationHub.Connectors.Files.FixedWidth;

/// <summary>Lines of fixed columns as JSON objects. Columns count letters, whatever the encoding.</summary>
internal sealed class FixedRowReader : RowReader
{
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };
    private readonly LineReader lines;
    private readonly FixedLayout layout;
    private readonly Encoding encoding;
    private readonly FixedWidthSettings settings;
    private readonly ForbiddenFields forbidden;
    private readonly FixedField[] shown;
    private readonly ArrayBufferWriter<byte> buffer = new(1024);

    public FixedRowReader(string path, FileFacts facts, FixedLayout layout, FixedWidthSettings settings, ForbiddenFields forbidden, long offset, long linesBefore)
    {
        (this.layout, this.settings, this.forbidden) = (layout, settings, forbidden);
        (Offset, Lines) = (Math.Max(offset, facts.Start), linesBefore);
        encoding = EncodingOf(facts);
        shown = [.. layout.Fields.Where(field => !forbidden.Names(field.Name))];
        lines = new LineReader(FileScan.Open(path, Offset), settings.MaxRecordBytes, facts.Encoding == TextEncoding.Utf16 ? 2 : 1, facts.BigEndian);
    }

    public override bool Read()
    {
        while (lines.Read())
        {
            (Offset, Lines) = (Offset + lines.Length, Lines + 1);
            if (Parse(lines.Line) is { } row)
            {
                Row = row;
                return true;
            }
        }

        return false;
    }

    protected override void Dispose(bool disposing) => lines.Dispose();

    // Null for a line that is no record by the layout.
    private FileRow? Parse(ReadOnlyMemory<byte> raw)
    {
        if (lines.TooLong)
        {
            return Bad("row.too-long", 1, raw.Span);
        }

        string line;
        try
        {
            line = encoding.GetString(raw.Span).TrimEnd('\r');
        }
        catch (DecoderFallbackException error)
        {
            return Bad("row.encoding", error.Index + 1, raw.Span);
        }

        if (string.IsNullOrWhiteSpace(line) || line == "\u001a" || layout.Skip?.Matches(line) == true)
        {
            return null; // DOS programs end a file with Ctrl+Z
        }

        if (line.IndexOf('\0', StringComparison.Ordinal) is var nul and >= 0)
        {
            return Bad("row.nul", nul + 1, raw.Span);
        }

        return layout.Fault(line, lines.Ended) is var (code, column) ? Bad(code, column, raw.Span) : Good(line, raw.Span);
    }

    private FileRow Good(string line, ReadOnlySpan<byte> raw)
    {
        buffer.ResetWrittenCount();
        using (var writer = new Utf8JsonWriter(buffer, Writing))
        {
            writer.WriteStartObject();
            foreach (var field in shown)
            {
                writer.WriteString(field.Name, field.Cut(line));
            }

            writer.WriteEndObject();
        }

        var body = buffer.WrittenMemory;
        if (settings.Key.Count == 0)
        {
            return forbidden.TryClear(body, out var cleared) ? FileRow.Good(Lines, cleared, null, cleared.Json) : FileRow.Good(Lines, body, null, default);
        }

        var key = RowKey.Join([.. settings.Key.Select(name => layout.Fields.First(field => field.Name == name).Cut(line))]);
        return key is null
            ? Bad("row.key-missing", layout.Fields.First(field => field.Name == settings.Key[0]).First, raw)
            : FileRow.Good(Lines, body, key, default);
    }

    private FileRow Bad(string code, int column, ReadOnlySpan<byte> raw) =>
        FileRow.Bad(Lines, code, raw) with { Place = string.Create(CultureInfo.InvariantCulture, $"{Lines}:{column}") };

    private static Encoding EncodingOf(FileFacts facts) => facts.Encoding switch
    {
        TextEncoding.Utf16 => new UnicodeEncoding(facts.BigEndian, byteOrderMark: false, throwOnInvalidBytes: true),
        TextEncoding.Utf8 => new UTF8Encoding(false, throwOnInvalidBytes: true),
        TextEncoding.Latin1 => System.Text.Encoding.Latin1,
        _ => CodePagesEncodingProvider.Instance.GetEncoding(1252)!,
    };
}
