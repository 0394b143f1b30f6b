namespace IntegrationHub.Connectors.Files.FixedWidth;

/// <summary>Where the fields of a line stand: a short document beside the connection.</summary>
internal sealed record FixedLayout
{
    /// <summary>In the document's order.</summary>
    public required IReadOnlyList<FixedField> Fields { get; init; }

    /// <summary>Letters of every record's line; 0 when lines may end early.</summary>
    public int Length { get; init; }

    /// <summary>The lines that are records; null for all that are not in <see cref="Skip"/>.</summary>
    public LineKind? Take { get; init; }

    /// <summary>Lines that are known to be no records: headers, totals.</summary>
    public LineKind? Skip { get; init; }

    /// <summary>What keeps a line from being a record.</summary>
    /// <param name="line">As text.</param>
    /// <param name="ended">It has a line end.</param>
    /// <returns>A code and the column, from 1; null for a good line.</returns>
    public (string Code, int Column)? Fault(string line, bool ended)
    {
        if (Take is not null && !Take.Matches(line))
        {
            return ("row.unknown-kind", Take.Where.First);
        }

        if (Length > 0 && line.Length != Length)
        {
            return (!ended && line.Length < Length ? "row.cut-short" : "row.wrong-length", Math.Min(line.Length, Length) + 1);
        }

        return Fields.Select(field => field.Wrong(line)).FirstOrDefault(column => column > 0) is var wrong and > 0 ? ("row.not-digits", wrong) : null;
    }
}
