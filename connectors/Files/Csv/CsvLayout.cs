using System.Text.Encodings.Web;
using IntegrationHub.Connectors.Abstractions.Privacy;
using IntegrationHub.Connectors.Files.Reading;
using IntegrationHub.Connectors.Files.Settings;

namespace IntegrationHub.Connectors.Files.Csv;

/// <summary>What a file's first lines and the settings say about all its rows.</summary>
internal sealed record CsvLayout(CsvText Text, CsvDialect Dialect, IReadOnlyList<string> Columns)
{
    private const int Sample = 1 << 16;

    /// <summary>Letters of all languages stay as they are; the body is no HTML.</summary>
    public static JavaScriptEncoder Encoder { get; } = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    /// <summary>Where rows start when the header was read from the file; else where the text starts.</summary>
    public long FirstRow { get; init; }

    public long LinesBefore { get; init; }

    /// <summary>Columns of the key; none for a row hash.</summary>
    public required int[] Key { get; init; }

    /// <summary>Columns left out of the row hash.</summary>
    public required int[] HashOmits { get; init; }

    /// <exception cref="FileRefusedException">The file cannot be read as CSV, or not with these settings.</exception>
    public static CsvLayout Read(string path, FileFacts facts, CsvSettings settings, ForbiddenFields forbidden)
    {
        var file = Path.GetFileName(path);
        var text = new CsvText(facts);
        var dialect = FindDialect(path, facts, settings, text);
        var columns = settings.Columns;
        var (first, lines) = ((long)facts.Start, 0L);
        if (columns.Count == 0)
        {
            using var parser = new CsvRecordParser(FileScan.Open(path, first), first, 0, text, dialect, settings.MaxRecordBytes);
            if (!parser.Read() || parser.Problem is not null)
            {
                throw new FileRefusedException(parser.Problem ?? "file.empty", $"{file} has no readable header line: it is not taken.");
            }

            columns = CsvHeader.Read([.. parser.Fields().Select(text.Decode)], file);
            (first, lines) = (parser.Offset, parser.Lines);
        }

        var key = CsvHeader.Find(columns, settings.Key, file);
        if (settings.Key.FirstOrDefault(forbidden.Names) is { } forbiddenKey)
        {
            throw new FileRefusedException("csv.key-forbidden", $"The column \"{forbiddenKey}\" is forbidden on this connection, so it cannot be a key: choose another, or none.");
        }

        return new CsvLayout(text, dialect, columns)
        {
            FirstRow = first,
            LinesBefore = lines,
            Key = key,
            HashOmits = CsvHeader.Find(columns, settings.HashOmits, file),
        };
    }

    private static CsvDialect FindDialect(string path, FileFacts facts, CsvSettings settings, CsvText text)
    {
        using var reader = new StreamReader(FileScan.Open(path, facts.Start), text.Outer, detectEncodingFromByteOrderMarks: false);
        var sample = new char[Sample];
        var found = DialectDetector.Detect(new string(sample, 0, reader.ReadBlock(sample, 0, Sample)));
        return new CsvDialect(
            settings.Delimiter is { Length: > 0 } delimiter ? text.Encode(delimiter) : found.Delimiter,
            settings.Quote is { Length: 1 } quote ? quote[0] : found.Quote);
    }
}
