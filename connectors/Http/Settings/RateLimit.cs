using System.Globalization;
using System.Text.Json.Serialization;

namespace IntegrationHub.Connectors.Http.Settings;

/// <summary>How many requests a system allows in a time: <c>7/s</c>, <c>30/min</c>, <c>6000/5min</c>.</summary>
[JsonConverter(typeof(RateLimitConverter))]
public sealed record RateLimit(int Requests, TimeSpan Period)
{
    /// <exception cref="FormatException">With what to write instead.</exception>
    public static RateLimit Parse(string text)
    {
        var (before, slash, after) = text.IndexOf('/', StringComparison.Ordinal) is var at and > 0 ? (text[..at], true, text[(at + 1)..]) : (text, false, "");
        var digits = after.TakeWhile(char.IsAsciiDigit).Count();
        var count = digits == 0 ? 1 : int.TryParse(after.AsSpan(0, digits), NumberStyles.None, CultureInfo.InvariantCulture, out var some) ? some : 0;
        var unit = after[digits..].Trim() switch
        {
            "s" => TimeSpan.FromSeconds(1),
            "min" => TimeSpan.FromMinutes(1),
            "h" => TimeSpan.FromHours(1),
            "d" => TimeSpan.FromDays(1),
            _ => TimeSpan.Zero,
        };
        if (!slash || !int.TryParse(before.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var requests)
            || requests is < 1 or > 1_000_000 || unit * count <= TimeSpan.Zero)
        {
            throw new FormatException($"\"{text}\" is not a rate: write 7/s, 30/min or 6000/5min.");
        }

        return new RateLimit(requests, unit * count);
    }

    public override string ToString()
    {
        var (number, unit) = Period switch
        {
            _ when Period.Ticks % TimeSpan.TicksPerDay == 0 => (Period.TotalDays, "d"),
            _ when Period.Ticks % TimeSpan.TicksPerHour == 0 => (Period.TotalHours, "h"),
            _ when Period.Ticks % TimeSpan.TicksPerMinute == 0 => (Period.TotalMinutes, "min"),
            _ => (Period.TotalSeconds, "s"),
        };
        return string.Create(CultureInfo.InvariantCulture, $"{Requests}/{(number is 1 ? "" : number)}{unit}");
    }
}
