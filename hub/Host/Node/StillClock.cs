using System.Globalization;

namespace IntegrationHub.Host.Node;

/// <summary>The time that is written, held still, so that tests may compare two imports byte for byte. Waiting goes on in real time, and so does the writer's lease.</summary>
public sealed class StillClock(DateTimeOffset at) : TimeProvider
{
    /// <summary>Environment variable of the tests: an instant, as 2026-03-01T12:00:00Z.</summary>
    public const string Variable = "HUB_TEST_CLOCK";

    public override DateTimeOffset GetUtcNow() => at;

    /// <summary>The system's clock, unless a test holds it still.</summary>
    public static TimeProvider OrSystem() =>
        DateTimeOffset.TryParse(Environment.GetEnvironmentVariable(Variable), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? new StillClock(at)
            : System;

    /// <summary>A clock by which a lease runs out.</summary>
    public static TimeProvider Moving(TimeProvider clock) => clock is StillClock ? System : clock;
}
