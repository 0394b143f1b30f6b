using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using IntegrationHub.Connectors.Files.Reading;

namespace IntegrationHub.Connectors.Files.Csv;

/// <summary>CsvHelper's parser with what it lacks: exact byte offsets, and a finding where a quote is misplaced or never closed.</summary>
internal sealed class CsvRecordParser : IDisposable
{
    public const string NeverClosed = "csv.quote-never-closed";
    public const string TooLong = "row.too-long";
    private const int Buffer = 1 << 15;
    private readonly CsvParser parser;
    private readonly GuardedReader guard;
    private readonly long start;
    private readonly long linesBefore;
    private readonly long length;
    private readonly CsvText text;
    private readonly char quote;
    private bool opens;
    private bool open;
    private int rawRow;

    /// <param name="stream">Positioned at <paramref name="start"/>; the parser disposes it.</param>
    /// <param name="start">Byte where the first record starts.</param>
    /// <param name="linesBefore">Lines before that.</param>
    /// <param name="text">How letters stand for bytes.</param>
    /// <param name="dialect">Delimiter and quote.</param>
    /// <param name="limit">Longest record, in bytes.</param>
    public CsvRecordParser(Stream stream, long start, long linesBefore, CsvText text, CsvDialect dialect, int limit)
    {
        (this.start, this.linesBefore, length, this.text, quote) = (start, linesBefore, stream.Length, text, dialect.Quote);
        guard = new GuardedReader(new StreamReader(stream, text.Outer, detectEncodingFromByteOrderMarks: false, Buffer), limit / text.Width);
        parser = new CsvParser(guard, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = dialect.Delimiter,
            Quote = dialect.Quote,
            Escape = dialect.Quote,
            HasHeaderRecord = false,
            IgnoreBlankLines = true,
            TrimOptions = TrimOptions.Trim,
            BufferSize = Buffer,
            BadDataFound = found => Note(found.Field),
        });
        Offset = start;
    }

    /// <summary>Byte after the record last read.</summary>
    public long Offset { get; private set; }

    /// <summary>Lines before <see cref="Offset"/>.</summary>
    public long Lines => linesBefore + rawRow;

    /// <summary>Line the record starts on, from 1.</summary>
    public long Line => Lines - InnerLines;

    /// <summary>Line ends inside the record: more than 0 for a quoted field of several lines.</summary>
    public int InnerLines { get; private set; }

    public int Count => parser.Count;

    /// <summary>What is wrong with the quotes or the length; null for nothing. Known once <see cref="Fields"/> were read, or the read itself failed.</summary>
    public string? Problem { get; private set; }

    /// <summary>The file ends with this record, without a line end.</summary>
    public bool Cut => parser.RawRecord is { Length: > 0 } raw && raw[^1] is not ('\n' or '\r');

    /// <summary>Without leading or trailing blanks, unless quoted.</summary>
    public string this[int index] => parser[index];

    /// <returns>False at the end of the file. True with a <see cref="Problem"/> when the record is too long to be one.</returns>
    public bool Read()
    {
        (opens, open, Problem, guard.RecordStart) = (false, false, null, parser.CharCount);
        try
        {
            if (!parser.Read())
            {
                return false;
            }
        }
        catch (RecordTooLongException)
        {
            (Problem, InnerLines) = (TooLong, 0);
            return true;
        }

        Offset = start + (parser.CharCount * text.Width);
        InnerLines = 0;
        var lines = parser.RawRow - rawRow;
        rawRow = parser.RawRow;
        if (lines > 1)
        {
            InnerLines = CountEnds(parser.RawRecord.AsSpan().TrimEnd("\r\n"));
        }

        return true;
    }

    /// <summary>Every field; the parser looks at their quotes only now.</summary>
    public IEnumerable<string> Fields() => Enumerable.Range(0, Count).Select(index => parser[index]).ToList();

    /// <summary>Judges the quotes after all fields were read.</summary>
    /// <param name="expected">Columns of the file.</param>
    /// <returns>True when the record may hold what belongs to others: only its first line is to be rejected, and reading starts anew after it.</returns>
    public bool Swallows(int expected)
    {
        var several = InnerLines > 0 && (opens || Count != expected);
        Problem = several || open ? NeverClosed : opens ? "csv.quote-misplaced" : null;

        // At the end of the file nothing tells whether its last line end stands inside the quotes.
        return several || (opens && Offset >= length);
    }

    /// <summary>The record's own bytes, without its line end.</summary>
    public byte[] Raw() => text.Bytes(parser.RawRecord.TrimEnd('\r', '\n'));

    public void Dispose()
    {
        parser.Dispose();
        guard.Dispose();
    }

    // A quote inside a field is only a letter; one that opens the field is not.
    private void Note(string field)
    {
        if (field.TrimStart(' ').StartsWith(quote))
        {
            opens = true;
            open |= field.Count(letter => letter == quote) % 2 == 1;
        }
    }

    private static int CountEnds(ReadOnlySpan<char> text) => text.Contains('\n') ? text.Count('\n') : text.Count('\r');
}
