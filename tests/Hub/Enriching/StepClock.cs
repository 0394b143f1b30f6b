namespace IntegrationHub.Tests.Hub.Enriching;

/// <summary>A clock that goes on by a second whenever it is looked at, or back when told to.</summary>
internal sealed class StepClock : TimeProvider
{
    private long _seconds;

    public override DateTimeOffset GetUtcNow() => new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero).AddSeconds(Interlocked.Increment(ref _seconds));

    public void PutBack(TimeSpan by) => Interlocked.Add(ref _seconds, -(long)by.TotalSeconds);
}
