using System.Globalization;

namespace IntegrationHub.Connectors.Abstractions.Connections;

/// <summary>Durations as people write them: <c>30s</c>, <c>5m</c>, <c>2h</c>, <c>1d</c>.</summary>
internal static class Duration
{
    /// <exception cref="FormatException">Anything else, or nothing at all.</exception>
    public static TimeSpan Parse(string text)
    {
        if (text.Length < 2 || !int.TryParse(text.AsSpan()[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number == 0)
        {
            throw Wrong(text);
        }

        return text[^1] switch
        {
            's' => TimeSpan.FromSeconds(number),
            'm' => TimeSpan.FromMinutes(number),
            'h' => TimeSpan.FromHours(number),
            'd' => TimeSpan.FromDays(number),
            _ => throw Wrong(text),
        };
    }

    public static string Write(TimeSpan span)
    {
        var (number, unit) = Split(span);
        return string.Create(CultureInfo.InvariantCulture, $"{number}{unit}");
    }

    /// <summary>In the largest unit that is whole.</summary>
    public static (long Number, char Unit) Split(TimeSpan span) => span switch
    {
        _ when span.Ticks % TimeSpan.TicksPerDay == 0 => ((long)span.TotalDays, 'd'),
        _ when span.Ticks % TimeSpan.TicksPerHour == 0 => ((long)span.TotalHours, 'h'),
        _ when span.Ticks % TimeSpan.TicksPerMinute == 0 => ((long)span.TotalMinutes, 'm'),
        _ => ((long)span.TotalSeconds, 's'),
    };

    private static FormatException Wrong(string text) => new($"\"{text}\" is not a duration: write 30s, 5m, 2h or 1d.");
}
