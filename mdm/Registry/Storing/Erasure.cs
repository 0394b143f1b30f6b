using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Mdm.Registry.Storing;

/// <summary>A person to forget: golden ids (aliases included) and the source records behind them.</summary>
/// <param name="Goldens">Ids that answer 410 from now on; every version of them loses its values.</param>
/// <param name="RecordIds">Records that go, with all their versions, parts, pairs, review tasks and linked rows.</param>
/// <param name="Suppressed">Keyed hashes of the record and part keys, so that replay or a restored backup does not bring the person back.</param>
/// <param name="Keys">Record keys, for quarantine rows, run outcomes and decisions that name them.</param>
public sealed record Erasure(
    IReadOnlyList<GoldenId> Goldens,
    IReadOnlyList<int> RecordIds,
    IReadOnlyList<byte[]> Suppressed,
    IReadOnlyList<RecordKey> Keys)
{
    /// <summary>Parts that go from records that stay because they speak of other people too, with the parts' pairs, review tasks and decisions.</summary>
    public IReadOnlyList<(int PartId, PartKey Key)> Parts { get; init; } = [];

    /// <summary>Records that stay without their body, in every version: it named the erased person.</summary>
    public IReadOnlyList<int> WipedRecordIds { get; init; } = [];
}
