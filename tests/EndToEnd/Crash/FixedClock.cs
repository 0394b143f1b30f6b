namespace IntegrationHub.Tests.EndToEnd.Crash;

/// <summary>Stands still for those who ask the time, so that two imports may be compared byte for byte.</summary>
internal sealed class FixedClock : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
}
