namespace IntegrationHub.Tests.OpenId;

/// <summary>The system's clock, moved when a test says so.</summary>
public sealed class MovedTime : TimeProvider
{
    public TimeSpan By { get; set; }

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + By;
}
