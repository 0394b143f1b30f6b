namespace IntegrationHub.Hub.Reconciling;

/// <summary>The last comparison of a subscriber's copy with the registry, and how the ones before it ended.</summary>
/// <param name="Last">Its counts.</param>
/// <param name="By">Key or account that asked, or <c>hub</c>.</param>
/// <param name="OnItsWay">People left out because a change of theirs was still to be delivered.</param>
/// <param name="Drifts">The first of those who differ, at most <see cref="MostDrifts"/>.</param>
/// <param name="History">All comparisons kept, oldest first, the last one included.</param>
/// <param name="RepairAskedAt">When somebody asked to have them told again; null when nobody did.</param>
/// <param name="RepairedAt">When the sender took that order over; null before.</param>
public sealed record Reconciliation(
    ReconciliationPoint Last, string By, long OnItsWay, IReadOnlyList<Drift> Drifts, IReadOnlyList<ReconciliationPoint> History,
    DateTimeOffset? RepairAskedAt = null, DateTimeOffset? RepairedAt = null)
{
    /// <summary>Beyond this a snapshot is the better cure.</summary>
    public const int MostDrifts = 10_000;
}
