using IntegrationHub.Connectors.Sandbox.Town.Errors;
using IntegrationHub.Connectors.Sandbox.Town.Population;

namespace IntegrationHub.Connectors.Sandbox.Town.Systems;

/// <summary>Which birth date a record holds.</summary>
internal static class Dates
{
    public static CivilDay? Of(Person person, Mishaps mishaps)
    {
        var day = new CivilDay(person.BirthYear, person.BirthMonth, person.BirthDay);
        if (mishaps.Happens(ErrorKind.DateMissing))
        {
            return null;
        }

        if (mishaps.Happens(ErrorKind.DateJunk))
        {
            return new CivilDay(1900, 1, 1);
        }

        if (mishaps.Happens(ErrorKind.DayMonthSwapped, day.Month > 0 && day.Day <= 12 && day.Day != day.Month))
        {
            return new CivilDay(day.Year, day.Day, day.Month);
        }

        if (!mishaps.Happens(ErrorKind.DateDigit, day.Month > 0))
        {
            return day;
        }

        var dice = mishaps.Details(ErrorKind.DateDigit);
        var days = DateTime.DaysInMonth(day.Year, day.Month);
        return dice.Below(10) switch
        {
            < 5 => day with { Day = Other(day.Day, days, dice.Chance(0.5) ? 10 : 1) },
            < 7 => day with { Month = Other(day.Month, 12, 1), Day = Math.Min(day.Day, 28) },
            < 9 => day with { Year = Math.Max(1900, day.Year + (dice.Chance(0.5) ? -1 : -10)), Day = Math.Min(day.Day, 28) },
            _ => day with { Year = Math.Max(1900, day.Year - dice.Between(2, 9)), Day = Math.Min(day.Day, 28) },
        };
    }

    /// <summary>A neighbour by one step of units or tens, inside the bounds.</summary>
    private static int Other(int value, int last, int step) => value + step <= last ? value + step : value - step >= 1 ? value - step : value == 1 ? 2 : value - 1;
}
