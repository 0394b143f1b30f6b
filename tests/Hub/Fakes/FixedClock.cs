namespace IntegrationHub.Tests.Hub.Fakes;

/// <summary>A clock that stands still for those who ask the time; timers run.</summary>
internal sealed class FixedClock : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
}
