using IntegrationHub.Connectors.Abstractions.Privacy;
using IntegrationHub.Connectors.Files.Reading;

namespace IntegrationHub.Connectors.Files.Csv;

/// <summary>Rows of a CSV file as JSON objects; what is broken is rejected by the line, and reading goes on after it.</summary>
internal sealed class CsvRowReader : RowReader
{
    private readonly string path;
    private readonly CsvLayout layout;
    private readonly ForbiddenFields forbidden;
    private readonly int limit;
    private readonly PrivateRow body;
    private readonly PrivateRow hashed;
    private readonly string[] fields;
    private CsvRecordParser parser;

    /// <param name="path">The file.</param>
    /// <param name="layout">Its layout.</param>
    /// <param name="offset">Byte where reading starts.</param>
    /// <param name="lines">Lines before that.</param>
    /// <param name="limit">Longest record, in bytes.</param>
    /// <param name="forbidden">The connection's.</param>
    public CsvRowReader(string path, CsvLayout layout, long offset, long lines, int limit, ForbiddenFields forbidden)
    {
        (this.path, this.layout, this.forbidden, this.limit) = (path, layout, forbidden, limit);
        (Offset, Lines) = (offset, lines);
        body = new PrivateRow(forbidden, layout.Columns, CsvLayout.Encoder);
        hashed = new PrivateRow(forbidden, layout.Columns, CsvLayout.Encoder);
        fields = new string[layout.Columns.Count];
        parser = Parse();
    }

    public override bool Read()
    {
        if (!parser.Read())
        {
            return false;
        }

        if (parser.Problem is not null)
        {
            RejectLine();
            return true;
        }

        // Empty fields beyond the last column are only trailing delimiters.
        var beyond = false;
        for (var i = 0; i < parser.Count; i++)
        {
            var field = parser[i];
            if (i < fields.Length)
            {
                fields[i] = field;
            }
            else
            {
                beyond |= field.Length > 0;
            }
        }

        if (parser.Swallows(fields.Length))
        {
            RejectLine();
            return true;
        }

        var line = parser.Line;
        (Offset, Lines) = (parser.Offset, parser.Lines);
        Row = (parser.Problem ?? Misfit(beyond)) is { } code ? FileRow.Bad(line, code, parser.Raw()) : Good(line);
        return true;
    }

    protected override void Dispose(bool disposing)
    {
        parser.Dispose();
        body.Dispose();
        hashed.Dispose();
    }

    private string? Misfit(bool beyond)
    {
        if (parser.Count < fields.Length)
        {
            return parser.Cut ? "row.cut-short" : "row.too-few-columns";
        }

        if (beyond)
        {
            return "row.too-many-columns";
        }

        if (Array.TrueForAll(fields, string.IsNullOrEmpty))
        {
            return "row.empty";
        }

        return IsHeader() ? "csv.header-again" : null;
    }

    private FileRow Good(long line)
    {
        if (!Write(body, omit: []))
        {
            var nul = Array.Exists(fields, field => field.Contains('\0', StringComparison.Ordinal));
            return FileRow.Bad(line, nul ? "row.nul" : "row.encoding", parser.Raw());
        }

        var whole = body.End();
        if (layout.Key.Length > 0)
        {
            var key = RowKey.Join([.. layout.Key.Select(column => layout.Text.Decode(fields[column]))]);
            return key is null ? FileRow.Bad(line, "row.key-missing", parser.Raw()) : FileRow.Good(line, whole, key, default);
        }

        // Forbidden values go before hashing: who knows the rest of a row could else find a number by trying.
        whole = forbidden.TryClear(whole, out var cleared) ? cleared : whole;
        return FileRow.Good(line, whole, null, layout.HashOmits.Length == 0 ? cleared.Json : WithoutOmitted());
    }

    private ReadOnlyMemory<byte> WithoutOmitted()
    {
        Write(hashed, layout.HashOmits);
        return forbidden.TryClear(hashed.End(), out var cleared) ? cleared.Json : default;
    }

    private bool Write(PrivateRow row, int[] omit)
    {
        row.Start();
        for (var i = 0; i < fields.Length; i++)
        {
            if (row.Allows(i) && !omit.Contains(i) && !layout.Text.TryWrite(fields[i], i, row))
            {
                return false;
            }
        }

        return true;
    }

    private bool IsHeader()
    {
        for (var i = 0; i < fields.Length; i++)
        {
            if (layout.Text.Decode(fields[i]) != layout.Columns[i])
            {
                return false;
            }
        }

        return true;
    }

    // The record swallowed what follows: only its first line is rejected, and reading starts anew on the next.
    private void RejectLine()
    {
        var problem = parser.Problem!;
        parser.Dispose();
        using (var lines = new LineReader(FileScan.Open(path, Offset), limit, layout.Text.Width, layout.Text.BigEndian))
        {
            while (lines.Read())
            {
                (Offset, Lines) = (Offset + lines.Length, Lines + 1);
                if (!lines.Line.Span.Trim("\r\0"u8).IsEmpty)
                {
                    break; // blank lines before it belong to nobody
                }
            }

            var endless = problem == CsvRecordParser.TooLong && !lines.TooLong;
            Row = FileRow.Bad(Lines, endless ? CsvRecordParser.NeverClosed : problem, lines.Line.Span.TrimEnd("\r"u8));
        }

        parser = Parse();
    }

    private CsvRecordParser Parse() => new(FileScan.Open(path, Offset), Offset, Lines, layout.Text, layout.Dialect, limit);
}
