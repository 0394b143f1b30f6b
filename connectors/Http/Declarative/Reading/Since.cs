using System.Globalization;
using IntegrationHub.Connectors.Http.Declarative.Settings;

namespace IntegrationHub.Connectors.Http.Declarative.Reading;

/// <summary>Dates as the system writes them, both ways.</summary>
internal static class Since
{
    /// <summary>The <c>{since}</c> of a run: the last change seen, less the look-back.</summary>
    public static string Write(DateTimeOffset last, CursorSettings settings, TimeZoneInfo zone)
    {
        var from = last - settings.LookBack;
        return settings.Format switch
        {
            "unix" => from.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
            "unix-ms" => from.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
            _ => (settings.Local ? TimeZoneInfo.ConvertTime(from, zone).DateTime : from.UtcDateTime).ToString(settings.Format, CultureInfo.InvariantCulture),
        };
    }

    /// <summary>An ISO date (in the connection's zone when it names none) or a number of seconds or milliseconds since 1970.</summary>
    /// <returns>Null when it is no date.</returns>
    public static DateTimeOffset? Read(string? text, TimeZoneInfo zone)
    {
        if (text is null)
        {
            return null;
        }

        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            return number is > 100_000_000 and < 100_000_000_000 ? DateTimeOffset.FromUnixTimeSeconds(number)
                : number is >= 100_000_000_000 and < 100_000_000_000_000 ? DateTimeOffset.FromUnixTimeMilliseconds(number) : null;
        }

        if (!DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var date))
        {
            return null;
        }

        return date.Kind switch
        {
            DateTimeKind.Utc => new DateTimeOffset(date),
            DateTimeKind.Local => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture),
            _ => new DateTimeOffset(date, zone.GetUtcOffset(date)),
        };
    }
}
