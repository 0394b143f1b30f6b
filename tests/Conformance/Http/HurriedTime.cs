namespace IntegrationHub.Tests.Conformance.Http;

/// <summary>A clock that runs fifteen times as fast, so that waits of seconds take a moment. Its twins show the same time.</summary>
public sealed class HurriedTime : TimeProvider
{
    private const int Factor = 15;

    private readonly DateTimeOffset start;
    private readonly long origin;

    public HurriedTime() : this(System.GetUtcNow(), System.GetTimestamp()) { }

    private HurriedTime(DateTimeOffset start, long origin) => (this.start, this.origin) = (start, origin);

    /// <summary>The same time, but another object: what is shared by clock is not shared.</summary>
    public HurriedTime Twin() => new(start, origin);

    public override DateTimeOffset GetUtcNow() => start + (System.GetElapsedTime(origin) * Factor);

    public override long TimestampFrequency => System.TimestampFrequency;

    public override long GetTimestamp() => origin + ((System.GetTimestamp() - origin) * Factor);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, Hurry(dueTime), Hurry(period));

    private static TimeSpan Hurry(TimeSpan time) => time <= TimeSpan.Zero ? time : TimeSpan.FromTicks(Math.Max(1, time.Ticks / Factor));
}
