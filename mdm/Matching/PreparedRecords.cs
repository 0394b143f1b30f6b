using IntegrationHub.Mdm.Matching.Values;

namespace IntegrationHub.Mdm.Matching;

/// <summary>Records normalised, not yet numbered.</summary>
public sealed class PreparedRecords
{
    internal PreparedRecords(RowBatch batch) => Batch = batch;

    internal RowBatch Batch { get; }
}
