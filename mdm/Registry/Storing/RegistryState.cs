namespace IntegrationHub.Mdm.Registry.Storing;

/// <summary>The counters every key and sequence number comes from; committed with each page.</summary>
/// <param name="Epoch">The writer's fencing epoch.</param>
/// <param name="Page">Pages committed so far.</param>
/// <param name="LastRecordId">Last surrogate given to a source record.</param>
/// <param name="LastPartId">Last surrogate given to a part.</param>
/// <param name="GoldenCount">Golden ids handed out.</param>
/// <param name="LastChange">Last sequence of the change log.</param>
/// <param name="LastDecision">Last decision id.</param>
/// <param name="LastReview">Last review-task id.</param>
/// <param name="IdKey">Key of the golden id permutation, made when the store is created.</param>
/// <param name="ModelVersion">Match model the stored pairs were scored with; null in a new store.</param>
public sealed record RegistryState(
    long Epoch,
    long Page,
    int LastRecordId,
    int LastPartId,
    long GoldenCount,
    long LastChange,
    long LastDecision,
    long LastReview,
    byte[] IdKey,
    string? ModelVersion);
