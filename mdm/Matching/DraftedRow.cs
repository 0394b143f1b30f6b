using IntegrationHub.Mdm.Matching.Values;

namespace IntegrationHub.Mdm.Matching;

/// <summary>A record normalised ahead of its page, as one of a batch.</summary>
internal sealed record DraftedRow(RowBatch Batch, int At)
{
    /// <summary>Whether it is this record's: a copy that was given other values, or another status, carries it all the same.</summary>
    public bool IsOf(MatchRecord record) =>
        Batch.Record(At) is var made && ReferenceEquals(made.Values, record.Values) && made.ReviewOnly == record.ReviewOnly;
}
