using IntegrationHub.Connectors.Abstractions.Privacy;

namespace IntegrationHub.Connectors.Files.Reading;

/// <summary>One row as read. Its memory is the reader's and holds only until the next row.</summary>
/// <param name="Line">Line it starts on, from 1; its number where a line may hold many. It grows from row to row.</param>
/// <param name="Body">JSON object.</param>
/// <param name="Key">The key columns' text; null when the row has no key of its own.</param>
/// <param name="Hashed">What a row without a key is hashed from.</param>
/// <param name="Code">What is wrong with it; null for a good row.</param>
/// <param name="Raw">A bad row as it stands in the file, cut to a limit.</param>
internal readonly record struct FileRow(
    long Line,
    RecordBody Body,
    string? Key,
    ReadOnlyMemory<byte> Hashed,
    string? Code,
    ReadOnlyMemory<byte> Raw)
{
    /// <summary>Where it stands in the file when its line alone does not tell: <c>12:45</c>, line and column.</summary>
    public string? Place { get; init; }

    /// <summary>Bytes of a bad row that are kept.</summary>
    public const int RawLimit = 1 << 16;

    public static FileRow Good(long line, RecordBody body, string? key, ReadOnlyMemory<byte> hashed) => new(line, body, key, hashed, null, default);

    public static FileRow Bad(long line, string code, ReadOnlySpan<byte> raw) =>
        new(line, default, null, default, code, raw[..Math.Min(raw.Length, RawLimit)].ToArray());
}
