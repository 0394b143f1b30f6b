namespace IntegrationHub.Connectors.Abstractions;

/// <summary>Some records in the source's order, oldest first, and the checkpoint that follows them.</summary>
public sealed record SourcePage(
    IReadOnlyList<SourceRecord> Records,
    IReadOnlyList<RejectedRecord> Rejected,
    Checkpoint Checkpoint)
{
    /// <summary>Share of the whole that is read after this page, 0 to 1; null when the source cannot tell.</summary>
    public double? Progress { get; init; }
}
