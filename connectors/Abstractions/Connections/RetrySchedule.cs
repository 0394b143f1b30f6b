using System.Globalization;
using System.Text.Json.Serialization;

namespace IntegrationHub.Connectors.Abstractions.Connections;

/// <summary>When to try again, in words a DSI reads: <c>1m x10; 10m x20; then park</c>.</summary>
[JsonConverter(typeof(RetryScheduleConverter))]
public sealed class RetrySchedule
{
    private const string Park = "then park";
    private const string Stop = "then stop";

    private RetrySchedule(IReadOnlyList<RetryStep> steps, bool parks)
    {
        Steps = steps;
        Parks = parks;
    }

    /// <summary><c>1m x10; 10m x20; then park</c>.</summary>
    public static RetrySchedule Default { get; } = new([new(TimeSpan.FromMinutes(1), 10), new(TimeSpan.FromMinutes(10), 20)], parks: true);

    public IReadOnlyList<RetryStep> Steps { get; }

    /// <summary>At the end: park the message and go on (true), or stop the connection (false).</summary>
    public bool Parks { get; }

    /// <summary>How long to wait after this many failed attempts (1 for the first); null when the schedule is over.</summary>
    public TimeSpan? DelayAfter(int attempts)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(attempts, 1);
        foreach (var step in Steps)
        {
            if (attempts <= step.Times)
            {
                return step.Delay;
            }

            attempts -= step.Times;
        }

        return null;
    }

    /// <exception cref="FormatException">With what to write instead.</exception>
    public static RetrySchedule Parse(string text)
    {
        var parts = text.Split(';', StringSplitOptions.TrimEntries);
        if (parts[^1] is not (Park or Stop))
        {
            throw new FormatException($"A retry schedule ends with \"{Park}\" or \"{Stop}\": 1m x10; 10m x20; then park.");
        }

        return new RetrySchedule([.. parts[..^1].Select(ParseStep)], parts[^1] == Park);
    }

    public override string ToString() =>
        string.Join("; ", [.. Steps.Select(step => $"{Duration.Write(step.Delay)} x{step.Times.ToString(CultureInfo.InvariantCulture)}"), Parks ? Park : Stop]);

    private static RetryStep ParseStep(string text)
    {
        var words = text.Split(" x", StringSplitOptions.TrimEntries);
        if (words.Length != 2 || !int.TryParse(words[1], NumberStyles.None, CultureInfo.InvariantCulture, out var times) || times == 0)
        {
            throw new FormatException($"\"{text}\" is not a step of a retry schedule: write 1m x10 for ten tries, one minute apart.");
        }

        return new RetryStep(Duration.Parse(words[0]), times);
    }
}
