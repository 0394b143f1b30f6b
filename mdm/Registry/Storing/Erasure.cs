using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Mdm.Registry.Storing;

/// <summary>A person to forget: golden ids (aliases included) and the source records behind them.</summary>
/// <param name="Goldens">Ids that answer 410 from now on.</param>
/// <param name="RecordIds">Records, with all their versions, parts and linked rows.</param>
/// <param name="Suppressed">Keyed hashes of the record keys, so that replay or a restored backup does not bring the person back.</param>
/// <param name="Keys">Record keys, for quarantine rows and decisions that name them.</param>
public sealed record Erasure(
    IReadOnlyList<GoldenId> Goldens,
    IReadOnlyList<int> RecordIds,
    IReadOnlyList<byte[]> Suppressed,
    IReadOnlyList<RecordKey> Keys);
