using System.Globalization;
using System.Text.Json.Serialization;

namespace IntegrationHub.Connectors.Abstractions.Connections;

/// <summary>When a source is read: <c>every 15m</c>, <c>daily 02:30</c> or a cron expression such as <c>30 2 * * 1-5</c> (both in the connection's zone), or <c>manual</c>.</summary>
[JsonConverter(typeof(PollScheduleConverter))]
public sealed record PollSchedule
{
    private readonly CronSchedule? cron;

    private PollSchedule(TimeSpan? every, TimeOnly? daily, CronSchedule? cron = null) => (Every, Daily, this.cron) = (every, daily, cron);

    public static PollSchedule Manual { get; } = new(null, null);

    public TimeSpan? Every { get; }

    public TimeOnly? Daily { get; }

    /// <summary>The cron expression as written.</summary>
    public string? Cron => cron?.ToString();

    /// <summary>Nothing but a person starts it.</summary>
    public bool IsManual => Every is null && Daily is null && cron is null;

    /// <exception cref="FormatException">With what to write instead.</exception>
    public static PollSchedule Parse(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words switch
        {
            ["manual"] => Manual,
            ["every", var span] => new PollSchedule(Duration.Parse(span), null),
            ["daily", var time] when TimeOnly.TryParseExact(time, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) => new PollSchedule(null, at),
            _ when CronSchedule.TryParse(words) is { } cron => new PollSchedule(null, null, cron),
            _ => throw new FormatException($"\"{text}\" is not a schedule: write every 15m, daily 02:30, a cron expression (30 2 * * 1-5) or manual."),
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
            return cron?.Next(after, zone);
        }

        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(after, zone).DateTime);
        var next = LocalMoment.Of(day.ToDateTime(time), zone);
        return next > after ? next : LocalMoment.Of(day.AddDays(1).ToDateTime(time), zone);
    }

    public override string ToString() =>
        Every is { } span ? $"every {Duration.Write(span)}" : Daily is { } time ? $"daily {time.ToString("HH:mm", CultureInfo.InvariantCulture)}" : Cron ?? "manual";
}
