using System.Text.Json;
using IntegrationHub.Connectors.Abstractions.Privacy;
using IntegrationHub.Connectors.Files.Reading;
using IntegrationHub.Connectors.Files.Settings;

namespace IntegrationHub.Connectors.Files.JsonLines;

/// <summary>One JSON object a line; blank lines are passed over.</summary>
internal sealed class JsonLineRowReader : RowReader
{
    private static readonly JsonDocumentOptions Reading = new() { MaxDepth = 128 };
    private readonly LineReader lines;
    private readonly string[][] keys;
    private readonly ForbiddenFields forbidden;

    /// <param name="stream">Positioned at <paramref name="offset"/>; the reader disposes it.</param>
    /// <param name="offset">Where reading starts.</param>
    /// <param name="linesBefore">Lines before that.</param>
    /// <param name="settings">The connection's.</param>
    /// <param name="forbidden">The connection's.</param>
    public JsonLineRowReader(Stream stream, long offset, long linesBefore, JsonLinesSettings settings, ForbiddenFields forbidden)
    {
        lines = new LineReader(stream, settings.MaxRecordBytes);
        keys = [.. settings.Key.Select(path => path.Split('.'))];
        this.forbidden = forbidden;
        Offset = offset;
        Lines = linesBefore;
    }

    public override bool Read()
    {
        while (lines.Read())
        {
            Offset += lines.Length;
            Lines++;
            if (!lines.Line.Span.Trim(" \t\r"u8).IsEmpty)
            {
                Row = Parse();
                return true;
            }
        }

        return false;
    }

    protected override void Dispose(bool disposing) => lines.Dispose();

    private FileRow Parse()
    {
        var line = lines.Line;
        if (lines.TooLong)
        {
            return FileRow.Bad(Lines, "row.too-long", line.Span);
        }

        if (line.Span.Contains((byte)0))
        {
            return FileRow.Bad(Lines, "row.nul", line.Span);
        }

        if (!System.Text.Unicode.Utf8.IsValid(line.Span))
        {
            return FileRow.Bad(Lines, "row.encoding", line.Span);
        }

        line = Trim(line);
        if (!forbidden.TryClear(line, out var body))
        {
            return FileRow.Bad(Lines, lines.Ended ? "json.invalid" : "row.cut-short", line.Span);
        }

        if (line.Span[0] != (byte)'{')
        {
            return FileRow.Bad(Lines, "json.not-an-object", line.Span);
        }

        if (keys.Length == 0)
        {
            return FileRow.Good(Lines, body, null, body.Json);
        }

        var key = RowKey.Join(Values(line));
        return key is null ? FileRow.Bad(Lines, "row.key-missing", line.Span) : FileRow.Good(Lines, body, key, default);
    }

    private string[] Values(ReadOnlyMemory<byte> line)
    {
        using var document = JsonDocument.Parse(line, Reading);
        return [.. keys.Select(path => Value(document.RootElement, path))];
    }

    private static string Value(JsonElement element, string[] path)
    {
        foreach (var name in path)
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
            {
                return "";
            }
        }

        return element.ValueKind switch
        {
            JsonValueKind.String => element.GetString()!,
            JsonValueKind.Number => element.GetRawText(),
            _ => "",
        };
    }

    private static ReadOnlyMemory<byte> Trim(ReadOnlyMemory<byte> line)
    {
        var trimmed = line.Span.TrimStart(" \t"u8);
        var start = line.Length - trimmed.Length;
        return line.Slice(start, trimmed.TrimEnd(" \t\r"u8).Length);
    }
}
