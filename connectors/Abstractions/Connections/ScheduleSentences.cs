using System.Globalization;
using System.Resources;

namespace IntegrationHub.Connectors.Abstractions.Connections;

/// <summary>Schedules as sentences, in French or English, for the screens and the command line.</summary>
public static class ScheduleSentences
{
    private static readonly ResourceManager Words = new("IntegrationHub.Connectors.Abstractions.Resources.Schedules", typeof(ScheduleSentences).Assembly);

    /// <summary><c>Every minute, 10 times; then every 10 minutes, 20 times; then it is parked.</c></summary>
    public static string Sentence(this RetrySchedule schedule, CultureInfo culture)
    {
        var steps = schedule.Steps.Select(step => string.Format(culture, Word(step.Times == 1 ? "StepOnce" : "Step", culture), Every(step.Delay, culture), step.Times));
        return Capital(string.Join(Word("Then", culture), [.. steps, Word(schedule.Parks ? "Park" : "Stop", culture)]), culture);
    }

    public static string Sentence(this PollSchedule schedule, CultureInfo culture) => Capital(schedule switch
    {
        { Every: { } span } => Every(span, culture) + ".",
        { Daily: { } time } => string.Format(culture, Word("Daily", culture), time.ToString("HH:mm", CultureInfo.InvariantCulture)),
        { Cron: { } cron } => string.Format(culture, Word("Cron", culture), cron),
        _ => Word("Manual", culture),
    }, culture);

    private static string Every(TimeSpan span, CultureInfo culture)
    {
        var (number, unit) = Duration.Split(span);
        return string.Format(culture, Word($"Every{(number == 1 ? "One" : "Many")}_{unit}", culture), number);
    }

    private static string Word(string name, CultureInfo culture) => Words.GetString(name, culture)!;

    private static string Capital(string text, CultureInfo culture) => char.ToUpper(text[0], culture) + text[1..];
}
