using IntegrationHub.Mappings.Engine.Running;
using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Mappings.Engine.Functions.Dates;

/// <summary>What makes three numbers a date one can believe: possible, not in the future, not a filler.</summary>
/// <remarks>An unknown month or day is 00 (FranceConnect, INSEE): the date is then partial.</remarks>
internal static class DateRules
{
    /// <summary>The oldest life on record is 122 years; some files hold older dates on purpose (archives).</summary>
    private const int LongestLife = 130;

    public static readonly Parameter Span = new(
        "span", "life refuses dates to come and older than 130 years (by default); any takes them.", Words: ["life", "any"]);

    public static readonly Parameter Century = new(
        "century", "For two-digit years: past (by default) takes the latest year that is not to come.", Words: ["past", "1900", "2000"]);

    public static object? Check((int Year, int Month, int Day, bool Short)? read, Attempt attempt, string century, bool anySpan)
    {
        if (read is not var (year, month, day, isShort))
        {
            return attempt.Fail("date.unreadable");
        }

        if (isShort && (year, month, day) != (0, 0, 0))
        {
            year = Whole(year, century, attempt);
        }

        if (year == 0)
        {
            return attempt.Fail(month == 0 && day == 0 ? "date.empty" : "date.no-year");
        }

        if (month == 0 && day != 0)
        {
            attempt.Note("date.day-without-month");
            day = 0;
        }

        int? m = month == 0 ? null : month;
        int? d = day == 0 ? null : day;
        return !PartialDate.IsPossible(year, m, d) ? attempt.Fail("date.impossible")
            : anySpan ? new PartialDate(year, m, d)
            : Believable(new PartialDate(year, m, d), attempt);
    }

    private static object? Believable(PartialDate date, Attempt attempt)
    {
        // One day of grace: the town's midnight comes before that of UTC.
        var last = DateOnly.FromDateTime(attempt.Received.UtcDateTime).AddDays(1);
        return date.CompareTo(new PartialDate(last.Year, last.Month, last.Day)) > 0 ? attempt.Fail("date.future")
            : date is { Year: 1753 or 1900, Month: 1, Day: 1 } or { Year: 1899, Month: 12, Day: 30 } or { Year: 1 } ? attempt.Fail("date.placeholder")
            : date.Year < last.Year - LongestLife ? attempt.Fail("date.too-old")
            : date;
    }

    private static int Whole(int year, string century, Attempt attempt)
    {
        if (century != "past")
        {
            return year + (century == "1900" ? 1900 : 2000);
        }

        if (year + 2000 > attempt.Received.Year)
        {
            return year + 1900;
        }

        attempt.Note("date.century-assumed");
        return year + 2000;
    }
}
