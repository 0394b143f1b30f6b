using System.Text.RegularExpressions;
using Quartz;

namespace IntegrationHub.Connectors.Abstractions.Connections;

/// <summary>A cron expression, as in a crontab (<c>30 2 * * 1-5</c>: minute, hour, day, month, day of week from 0 or 7 for Sunday) or as Quartz writes it (seconds first, <c>?</c>, <c>L</c>, <c>W</c>, <c>#</c>). Quartz reads it.</summary>
internal sealed partial record CronSchedule
{
    private const string Free = "?";
    private static readonly string[] Days = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN"];

    private readonly string text;
    private readonly string quartz;

    private CronSchedule(string text, string quartz) => (this.text, this.quartz) = (text, quartz);

    /// <returns>Null when the words are no cron expression at all.</returns>
    /// <exception cref="FormatException">They are one, but not a right one.</exception>
    public static CronSchedule? TryParse(IReadOnlyList<string> words)
    {
        if (words.Count is < 5 or > 7 || !words.All(word => Field().IsMatch(word)))
        {
            return null;
        }

        var written = string.Join(' ', words);
        var schedule = new CronSchedule(written, words.Count == 5 ? OfCrontab(words) : written);
        try
        {
            return schedule.Next(DateTimeOffset.UnixEpoch.AddYears(50), TimeZoneInfo.Utc) is not null ? schedule : throw new FormatException("no such day ever comes");
        }
        catch (Exception error) when (error is FormatException or NotSupportedException or ArgumentException)
        {
            throw new FormatException($"\"{written}\" is not a right cron expression ({error.Message.TrimEnd('.')}): write minute, hour, day, month and day of week, as in 30 2 * * 1-5.", error);
        }
    }

    /// <summary>The next moment strictly after <paramref name="after"/>, in the zone; null when none comes any more. A time that a clock change skips is read as the moment the clock jumps to; one it repeats counts once.</summary>
    public DateTimeOffset? Next(DateTimeOffset after, TimeZoneInfo zone)
    {
        // Local time runs on evenly here, so that Quartz never meets a clock change; the moment is found from it afterwards.
        var expression = new CronExpression(quartz) { TimeZone = TimeZoneInfo.Utc };
        var local = TimeZoneInfo.ConvertTime(after, zone).DateTime;
        for (var from = new DateTimeOffset(local, TimeSpan.Zero); expression.GetNextValidTimeAfter(from) is { } found; from = found)
        {
            var moment = LocalMoment.Of(found.DateTime, zone);
            if (moment > after)
            {
                return moment;
            }
        }

        return null;
    }

    public override string ToString() => text;

    private static string OfCrontab(IReadOnlyList<string> words)
    {
        var (day, weekday) = (words[2], words[4]);
        if (day != "*" && weekday != "*")
        {
            throw new FormatException("day and day of week are both set: leave one of them *");
        }

        return $"0 {words[0]} {words[1]} {(weekday == "*" ? day : Free)} {words[3]} {(weekday == "*" ? Free : Weekday().Replace(weekday, match => Days[match.Value[0] - '0']))}";
    }

    [GeneratedRegex("^[0-9A-Za-z*?,/#-]+$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Field();

    // A day's number stands alone: after a slash or a number sign it counts something else.
    [GeneratedRegex("(?<![0-9/#])[0-7](?![0-9])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Weekday();
}
