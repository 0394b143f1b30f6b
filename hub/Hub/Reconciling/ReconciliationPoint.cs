namespace IntegrationHub.Hub.Reconciling;

/// <summary>How far a subscriber's copy was from the registry at one time.</summary>
/// <param name="At">When it was compared.</param>
/// <param name="Expected">People it should hold.</param>
/// <param name="Held">People it holds.</param>
public sealed record ReconciliationPoint(DateTimeOffset At, long Expected, long Held, long Missing, long Different, long Extra)
{
    public long Drift => Missing + Different + Extra;
}
