using System.Globalization;

namespace IntegrationHub.Mdm.Model;

/// <summary>A civil date that may lack its day, or its day and month: <c>1954</c>, <c>1954-03</c>, <c>1954-03-21</c>.</summary>
/// <remarks>Never a plain date: "presumed born in 1954" is a fact of civil status (FranceConnect: YYYY, YYYY-MM, YYYY-MM-DD, 00 for unknown).</remarks>
public readonly record struct PartialDate : IComparable<PartialDate>
{
    /// <summary>Year 1 to 9999.</summary>
    public int Year { get; }

    /// <summary>1 to 12, or null when unknown.</summary>
    public int? Month { get; }

    /// <summary>1 to the month's last day, or null when unknown; never set without a month.</summary>
    public int? Day { get; }

    /// <exception cref="ArgumentOutOfRangeException">The parts are not a possible date.</exception>
    public PartialDate(int year, int? month = null, int? day = null)
    {
        if (!IsPossible(year, month, day))
        {
            throw new ArgumentOutOfRangeException(nameof(year), "not a possible date");
        }

        (Year, Month, Day) = (year, month, day);
    }

    public static bool IsPossible(int year, int? month, int? day) =>
        year is >= 1 and <= 9999
        && (month is null ? day is null : month is >= 1 and <= 12)
        && (day is null || (day >= 1 && day <= DateTime.DaysInMonth(year, month!.Value)));

    /// <summary>Reads YYYY, YYYY-MM or YYYY-MM-DD (00 for an unknown month or day); null when it is anything else.</summary>
    public static PartialDate? Parse(string? text)
    {
        var parts = text?.Split('-') ?? [];
        if (parts.Length is < 1 or > 3 || parts[0].Length != 4 || !TryNumber(parts[0], out var year))
        {
            return null;
        }

        int month = 0, day = 0;
        if ((parts.Length > 1 && !TryNumber(parts[1], out month)) || (parts.Length > 2 && !TryNumber(parts[2], out day)))
        {
            return null;
        }

        int? m = month == 0 ? null : month;
        int? d = day == 0 ? null : day;
        return IsPossible(year, m, d) ? new PartialDate(year, m, d) : null;
    }

    public int CompareTo(PartialDate other) =>
        (Year, Month ?? 0, Day ?? 0).CompareTo((other.Year, other.Month ?? 0, other.Day ?? 0));

    public override string ToString() => (Month, Day) switch
    {
        (null, _) => Year.ToString("D4", CultureInfo.InvariantCulture),
        (_, null) => string.Create(CultureInfo.InvariantCulture, $"{Year:D4}-{Month:D2}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Year:D4}-{Month:D2}-{Day:D2}"),
    };

    private static bool TryNumber(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
