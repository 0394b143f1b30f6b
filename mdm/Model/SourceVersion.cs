namespace IntegrationHub.Mdm.Model;

/// <summary>A source's own ordering of one record's versions: a number first, then an ordinal text (an ETag with a date, a file's sequence and line).</summary>
/// <remarks>Total and independent of arrival, so that shuffled input ends in the same live version. Equal versions with different content are ordered by content hash.</remarks>
public readonly record struct SourceVersion(long Number, string Text) : IComparable<SourceVersion>
{
    public int CompareTo(SourceVersion other)
    {
        var byNumber = Number.CompareTo(other.Number);
        return byNumber != 0 ? byNumber : string.CompareOrdinal(Text ?? "", other.Text ?? "");
    }

    public override string ToString() => string.IsNullOrEmpty(Text) ? $"{Number}" : $"{Number}:{Text}";
}
