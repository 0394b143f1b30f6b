using IntegrationHub.Mdm.Matching.Values;

namespace IntegrationHub.Mdm.Matching.Comparing;

/// <summary>Birth dates: exact, presumed (1 January, 31 December, unknown day), compatible partial, keyed wrong, or apart by so much.</summary>
internal sealed class BirthDateComparator : Comparator
{
    public const int Exact = 0, Swapped = 1, Presumed = 2, SameMonth = 3, OneDigit = 4, SameMonthYear = 5, SameDayMonth = 6, SameYear = 7, YearApart = 8, TwoDigits = 9, Different = 10, Generation = 11;

    public override string Name => "birthDate";

    public override IReadOnlyList<string> Levels =>
        ["exact", "day-month-swapped", "presumed", "same-month", "one-digit", "same-month-year", "same-day-month", "same-year", "one-year-apart", "two-digits", "different", "generation-apart"];

    public override uint Reads => Row.Bits(Field.BirthDate, Field.BirthDate);

    public override int Compare(ref Pair pair, out int term)
    {
        term = 0;
        if (Row.CountOf(pair.A, Field.BirthDate) == 1 && Row.CountOf(pair.B, Field.BirthDate) == 1)
        {
            return Level(Row.Get(pair.A, Field.BirthDate)[0], Row.Get(pair.B, Field.BirthDate)[0]);
        }

        var best = Silent;
        foreach (var a in Row.Get(pair.A, Field.BirthDate))
        {
            foreach (var b in Row.Get(pair.B, Field.BirthDate))
            {
                best = Math.Min(best, Level(a, b));
            }
        }

        return best;
    }

    /// <summary>1 January and 31 December stand for "some day of that year" where civil status does not know better.</summary>
    internal static bool IsPresumed(int date) => date % 10000 is 101 or 1231;

    internal static int Level(int a, int b)
    {
        var (yearA, yearB) = ((int)((uint)a / 10000), (int)((uint)b / 10000));
        var (restA, restB) = ((uint)a - ((uint)yearA * 10000), (uint)b - ((uint)yearB * 10000));
        if (a == b && restA is not (101 or 1231) && restA % 100 != 0)
        {
            return Exact;
        }

        var (monthA, monthB) = ((int)(restA / 100), (int)(restB / 100));
        var (dayA, dayB) = ((int)restA - (monthA * 100), (int)restB - (monthB * 100));
        if (yearA == yearB)
        {
            if (monthA == 0 || monthB == 0 || IsPresumed(a) || IsPresumed(b))
            {
                return Presumed;
            }

            if (a == b)
            {
                return dayA == 0 ? SameMonth : Exact;
            }

            if (monthA == monthB)
            {
                return dayA == 0 || dayB == 0 || dayA == 1 || dayB == 1 ? SameMonth : DateDigits.OneKey(a, b) ? OneDigit : SameMonthYear;
            }

            return dayA == monthB && dayB == monthA ? Swapped : DateDigits.OneKey(a, b) ? OneDigit : SameYear;
        }

        var gap = Math.Abs(yearA - yearB);

        // Two presumed days are the same because nobody knows either, and their dates are no more alike than their years.
        var sameDay = monthA == monthB && dayA == dayB && dayA != 0;
        if (sameDay && IsPresumed(a))
        {
            return gap == 1 ? YearApart : gap > 14 ? Generation : Different;
        }

        var slip = gap is not (> 14 and < 50);
        if (sameDay && slip && DateDigits.OneKey(a, b))
        {
            return OneDigit;
        }

        return sameDay ? SameDayMonth : gap == 1 ? YearApart : slip && DateDigits.Apart(a, b) == 2 ? TwoDigits : gap > 14 ? Generation : Different;
    }
}
