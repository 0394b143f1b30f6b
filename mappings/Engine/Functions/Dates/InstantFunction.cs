using System.Globalization;
using IntegrationHub.Mappings.Engine.Running;

namespace IntegrationHub.Mappings.Engine.Functions.Dates;

internal static class InstantFunction
{
    public static MappingFunction Definition { get; } = new()
    {
        Name = "instant",
        Summary = "A moment in UTC, from ISO 8601 with offset, a directory's generalized time, a local date with or without time of day, or seconds or milliseconds since 1970.",
        Gives = ValueKind.Instant,
        Parameters = [new("zone", "IANA time zone of local times; Europe/Paris by default.")],
        Examples =
        [
            new("instant", "2026-01-05T10:00:00.000+0000", "2026-01-05T10:00:00Z"),
            new("instant", "2026-01-05T10:00:00+01:00", "2026-01-05T09:00:00Z"),
            new("instant", "05/07/2026 14:30", "2026-07-05T12:30:00Z"),
            new("instant", "20260105", "2026-01-04T23:00:00Z"),
            new("instant(\"Indian/Reunion\")", "05/01/2026", "2026-01-04T20:00:00Z"),
            new("instant", "20260105101500Z", "2026-01-05T10:15:00Z"),
            new("instant", "1767607200000", "2026-01-05T10:00:00Z"),
            new("instant", "31/02/2026 10:00", null, "instant.impossible"),
            new("instant", "hier", null, "instant.unreadable"),
        ],
        Bind = static args =>
        {
            if (!TimeZoneInfo.TryFindSystemTimeZoneById(args.Text("zone", "Europe/Paris"), out var zone))
            {
                args.Refuse("zone must be an IANA time zone such as Europe/Paris");
            }

            return (input, attempt) => Read((string)input, zone ?? TimeZoneInfo.Utc, attempt);
        },
    };

    private static readonly string[] GeneralizedTimes = ["yyyyMMddHHmmss'Z'", "yyyyMMddHHmmss.FFFFFFF'Z'"];

    private static object? Read(string text, TimeZoneInfo zone, Attempt attempt)
    {
        if (text.Length is 10 or 13 && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var since))
        {
            return DateTimeOffset.FromUnixTimeMilliseconds(text.Length == 10 ? since * 1000 : since);
        }

        if (text.Length > 10 && text[4] == '-' && text[10] is 'T' or ' ' && HasOffset(text)
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var whole))
        {
            return whole;
        }

        // RFC 4517, 3.3.13: what LDAP directories write, always in UTC when they write it themselves.
        if (text.Length >= 15 && text[^1] == 'Z' && DateTimeOffset.TryParseExact(text, GeneralizedTimes, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var directory))
        {
            return directory;
        }

        if (DateText.Read(text, "") is not { Short: false } date)
        {
            return attempt.Fail("instant.unreadable");
        }

        if (date.Year < 1 || date.Month is < 1 or > 12 || date.Day < 1 || date.Day > DateTime.DaysInMonth(date.Year, date.Month))
        {
            return attempt.Fail("instant.impossible");
        }

        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var time = TimeOnly.MinValue;
        if (colon > 0 && !TimeOnly.TryParse(text.AsSpan(text.LastIndexOfAny(['T', ' '], colon) + 1), CultureInfo.InvariantCulture, out time))
        {
            return attempt.Fail("instant.unreadable");
        }

        var local = new DateTime(new DateOnly(date.Year, date.Month, date.Day), time, DateTimeKind.Unspecified);
        var offset = zone.GetUtcOffset(local);
        return local.Ticks <= offset.Ticks ? attempt.Fail("instant.impossible") : new DateTimeOffset(local, offset).ToUniversalTime();
    }

    private static bool HasOffset(string text) => text[^1] == 'Z' || text.AsSpan(11).ContainsAny('+', '-');
}
