namespace IntegrationHub.Tests.Benchmarks.Publishing;

/// <summary>A clock that runs so many times as fast: five minutes of a service's limits take seconds.</summary>
internal sealed class FastClock(int factor) : TimeProvider
{
    private readonly DateTimeOffset _start = System.GetUtcNow();
    private readonly long _origin = System.GetTimestamp();

    public override long TimestampFrequency => System.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => _start + (System.GetElapsedTime(_origin) * factor);

    public override long GetTimestamp() => _origin + ((System.GetTimestamp() - _origin) * factor);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => System.CreateTimer(callback, state, Hurry(dueTime), Hurry(period));

    private TimeSpan Hurry(TimeSpan time) => time <= TimeSpan.Zero ? time : TimeSpan.FromTicks(Math.Max(1, time.Ticks / factor));
}
