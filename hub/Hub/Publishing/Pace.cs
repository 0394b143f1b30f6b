namespace IntegrationHub.Hub.Publishing;

/// <summary>How many deliveries may be under way: all that are allowed, until the target says that it is asked too much; then a quarter, and one more for every round that succeeds.</summary>
/// <remarks>Whatever is under way when a limit is met is refused with it: fewer at once waste fewer requests.</remarks>
internal sealed class Pace(int most)
{
    private double _allowed = most;

    public int Allowed => (int)_allowed;

    public void Succeeded() => _allowed = Math.Min(most, _allowed + (1 / _allowed));

    /// <summary>The first refusal of a burst: those that were under way beside it say nothing new.</summary>
    public void GiveWay() => _allowed = Math.Max(1, _allowed / 4);
}
