namespace IntegrationHub.Tests.Delivery;

/// <summary>The system's clock, ahead by a fixed time: a hub started again need not wait for the lease of the one that was killed to run out.</summary>
internal sealed class MovedClock(TimeSpan ahead) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + ahead;
}
