using System.Globalization;
using System.Text.Json.Serialization;

namespace IntegrationHub.Connectors.Abstractions.Connections;

/// <summary>When a source is read: <c>every 15m</c>, <c>daily 02:30</c> (in the connection's zone) or <c>manual</c>.</summary>
[JsonConverter(typeof(PollScheduleConverter))]
public sealed record PollSchedule
{
    private PollSchedule(TimeSpan? every, TimeOnly? daily) => (Every, Daily) = (every, daily);

    public static PollSchedule Manual { get; } = new(null, null);

    public TimeSpan? Every { get; }

    public TimeOnly? Daily { get; }

    /// <exception cref="FormatException">With what to write instead.</exception>
    public static PollSchedule Parse(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words switch
        {
            ["manual"] => Manual,
            ["every", var span] => new PollSchedule(Duration.Parse(span), null),
            ["daily", var time] when TimeOnly.TryParseExact(time, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) => new PollSchedule(null, at),
            _ => throw new FormatException($"\"{text}\" is not a schedule: write every 15m, daily 02:30 or manual."),
        };
    }

    /// <summary>The next moment strictly after <paramref name="after"/>; null when nothing but a person starts it. A daily time that a clock change skips is read as the moment the clock jumps to; one it repeats counts once.</summary>
    public DateTimeOffset? Next(DateTimeOffset after, TimeZoneInfo zone)
    {
        if (Every is { } span)
        {
            return after + span;
        }

        if (Daily is not { } time)
        {
            return null;
        }

        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(after, zone).DateTime);
        var next = At(day, time, zone);
        return next > after ? next : At(day.AddDays(1), time, zone);
    }

    public override string ToString() =>
        Every is { } span ? $"every {Duration.Write(span)}" : Daily is { } time ? $"daily {time.ToString("HH:mm", CultureInfo.InvariantCulture)}" : "manual";

    private static DateTimeOffset At(DateOnly day, TimeOnly time, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(time);
        while (zone.IsInvalidTime(local))
        {
            local = local.AddMinutes(1);
        }

        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset);
    }
}
