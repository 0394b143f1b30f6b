using IntegrationHub.Mdm.Matching.Values;

namespace IntegrationHub.Mdm.Matching;

/// <summary>A record normalised ahead of its page, as one of a batch.</summary>
internal sealed record DraftedRow(RowBatch Batch, int At);
