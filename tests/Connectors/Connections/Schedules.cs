using FsCheck;
using FsCheck.Fluent;
using IntegrationHub.Connectors.Abstractions.Connections;

namespace IntegrationHub.Tests.Connectors.Connections;

public sealed class Schedules
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    [Fact]
    public void Waits_follow_the_steps_and_then_end()
    {
        var schedule = RetrySchedule.Parse("30s x2; 1h x1; then stop");

        Assert.Equal(
            [TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(30), TimeSpan.FromHours(1), null],
            Enumerable.Range(1, 4).Select(schedule.DelayAfter));
        Assert.False(schedule.Parks);
    }

    [Theory]
    [InlineData("")]
    [InlineData("1m x10")]
    [InlineData("then park; 1m x10")]
    [InlineData("1m 10; then park")]
    [InlineData("1m x0; then park")]
    [InlineData("0m x1; then park")]
    [InlineData("1y x1; then park")]
    [InlineData("-1m x1; then park")]
    public void What_is_no_schedule_is_refused(string text) => Assert.Throws<FormatException>(() => RetrySchedule.Parse(text));

    [Theory]
    [InlineData("every")]
    [InlineData("every 0m")]
    [InlineData("daily 25:00")]
    [InlineData("hourly")]
    [InlineData("30 2 * *")]
    [InlineData("61 2 * * *")]
    [InlineData("30 25 * * *")]
    [InlineData("30 2 30 2 *")]
    [InlineData("30 2 1 * 1")]
    [InlineData("30 2 * * 9")]
    public void What_is_no_poll_schedule_is_refused(string text) => Assert.Throws<FormatException>(() => PollSchedule.Parse(text));

    [Theory]
    [InlineData("2026-03-28T12:00:00Z", "2026-03-29T01:00:00Z")] // 02:30 is skipped that night: 03:00 in summer time
    [InlineData("2026-10-24T12:00:00Z", "2026-10-25T00:30:00Z")] // 02:30 comes twice: the first
    [InlineData("2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z")]
    [InlineData("2026-06-01T00:29:59Z", "2026-06-01T00:30:00Z")]
    public void A_daily_time_survives_the_change_of_clocks(string after, string next) =>
        Assert.Equal(DateTimeOffset.Parse(next), PollSchedule.Parse("daily 02:30").Next(DateTimeOffset.Parse(after), Paris));

    [Theory]
    [InlineData("30 2 * * *", "2026-03-28T12:00:00Z", "2026-03-29T01:00:00Z")] // 02:30 is skipped that night
    [InlineData("30 2 * * *", "2026-10-24T12:00:00Z", "2026-10-25T00:30:00Z")] // 02:30 comes twice: the first
    [InlineData("30 2 * * *", "2026-10-25T01:15:00Z", "2026-10-26T01:30:00Z")]
    [InlineData("*/15 8-18 * * 1-5", "2026-06-05T16:50:00Z", "2026-06-08T06:00:00Z")] // Friday 18:50 in Paris: Monday 8:00
    [InlineData("0 6 * * 0", "2026-06-05T00:00:00Z", "2026-06-07T04:00:00Z")]
    [InlineData("0 6 * * 7", "2026-06-05T00:00:00Z", "2026-06-07T04:00:00Z")]
    [InlineData("0 6 1,15 * *", "2026-06-05T00:00:00Z", "2026-06-15T04:00:00Z")]
    [InlineData("0 6 * * mon,thu", "2026-06-05T00:00:00Z", "2026-06-08T04:00:00Z")]
    [InlineData("0 0 6 L * ?", "2026-06-05T00:00:00Z", "2026-06-30T04:00:00Z")]
    [InlineData("0 0 6 ? * 6#1", "2026-06-05T05:00:00Z", "2026-07-03T04:00:00Z")] // Quartz counts days from 1, Sunday
    public void A_cron_expression_is_in_the_connections_zone_and_survives_the_change_of_clocks(string cron, string after, string next) =>
        Assert.Equal(DateTimeOffset.Parse(next), PollSchedule.Parse(cron).Next(DateTimeOffset.Parse(after), Paris));

    [Fact]
    public void A_cron_expression_is_shown_as_written_and_equals_itself()
    {
        var cron = PollSchedule.Parse("30  2 * * 1-5");

        Assert.Equal(("30 2 * * 1-5", false), (cron.ToString(), cron.IsManual));
        Assert.Equal(cron, PollSchedule.Parse("30 2 * * 1-5"));
        Assert.Contains("30 2 * * 1-5", cron.Sentence(System.Globalization.CultureInfo.GetCultureInfo("fr")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_written_schedule_reads_back_as_itself() => Prop.ForAll(
        Gen.Choose(1, 500).Two().ListOf().Select(list => list.Take(4)).ToArbitrary(),
        steps =>
        {
            var text = string.Concat(steps.Select(step => $"{step.Item1}m x{step.Item2}; ")) + "then park";
            var schedule = RetrySchedule.Parse(text);
            return RetrySchedule.Parse(schedule.ToString()).Steps.SequenceEqual(schedule.Steps)
                && schedule.Steps.Sum(step => step.Times) == Enumerable.Range(1, 3000).Count(attempt => schedule.DelayAfter(attempt) is not null);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_brake_holds_above_its_share_and_when_all_would_go()
    {
        var brake = Brake.Parse("20%");

        Assert.False(brake.Holds(20, 100));
        Assert.True(brake.Holds(21, 100));
        Assert.False(brake.Holds(9, 12));
        Assert.True(brake.Holds(3, 3));
        Assert.False(brake.Holds(0, 0));
        Assert.False(Brake.Off.Holds(100, 100));
    }
}
