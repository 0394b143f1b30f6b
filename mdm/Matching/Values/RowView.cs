namespace IntegrationHub.Mdm.Matching.Values;

/// <summary>Where a row's words stand; good until the record is removed.</summary>
internal readonly record struct RowView(int[] Words, int Start, int Length)
{
    public ReadOnlySpan<int> Span => Words.AsSpan(Start, Length);

    public static implicit operator RowView(int[] row) => new(row, 0, row.Length);
}
