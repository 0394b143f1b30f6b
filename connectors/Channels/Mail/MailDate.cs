using System.Globalization;
using System.Text.RegularExpressions;

namespace IntegrationHub.Connectors.Channels.Mail;

/// <summary>Dates of messages (RFC 5322, 3.3 and 4.3): <c>Mon, 5 Jan 2026 10:00:00 +0100 (CET)</c>, with the old zones' names and two-digit years.</summary>
internal static partial class MailDate
{
    private static readonly string[] Formats = ["d MMM yyyy H:m:s zzz", "d MMM yyyy H:m zzz", "d MMM yy H:m:s zzz", "d MMM yy H:m zzz"];

    private static readonly Dictionary<string, string> Zones = new(StringComparer.OrdinalIgnoreCase)
    {
        ["EST"] = "-05:00", ["EDT"] = "-04:00", ["CST"] = "-06:00", ["CDT"] = "-05:00", ["MST"] = "-07:00", ["MDT"] = "-06:00", ["PST"] = "-08:00", ["PDT"] = "-07:00",
    };

    /// <returns>Null when it is no date, or one no mail can have.</returns>
    public static DateTimeOffset? Read(string text)
    {
        var match = Shape().Match(text);
        if (!match.Success)
        {
            return null;
        }

        // A zone nobody knows counts as UTC (RFC 5322, 4.3).
        var zone = match.Groups["zone"].Value;
        var offset = zone.Length == 5 && zone[0] is '+' or '-' ? $"{zone[..3]}:{zone[3..]}" : Zones.GetValueOrDefault(zone, "+00:00");
        return DateTimeOffset.TryParseExact($"{match.Groups["date"].Value} {match.Groups["time"].Value} {offset}", Formats, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var date)
            && date.Year is >= 1970 and < 2200
            ? date
            : null;
    }

    [GeneratedRegex(@"(?<date>\d{1,2}\s+[A-Za-z]{3}\s+\d{2,4})\s+(?<time>\d{1,2}:\d{1,2}(:\d{1,2})?)(\s+(?<zone>[+-]\d{4}|[A-Za-z]+))?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Shape();
}
