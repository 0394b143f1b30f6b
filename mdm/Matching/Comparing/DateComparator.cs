using IntegrationHub.Mdm.Matching.Values;

namespace IntegrationHub.Mdm.Matching.Comparing;

/// <summary>A date other than that of birth; the levels of a birth date, but no day is presumed and no years make a generation.</summary>
internal sealed class DateComparator(string name, Field field) : Comparator
{
    public const int Exact = 0, Swapped = 1, Compatible = 2, OneDigit = 3, SameMonth = 4, SameYear = 5, Different = 6;

    public override string Name => name;

    public override IReadOnlyList<string> Levels => ["exact", "day-month-swapped", "compatible", "one-digit", "same-month-year", "same-year", "different"];

    public override uint Reads => Row.Bits(@field, @field);

    public override int Compare(ref Pair pair, out int term)
    {
        term = 0;
        var best = Silent;
        foreach (var a in Row.Get(pair.A, field))
        {
            foreach (var b in Row.Get(pair.B, field))
            {
                best = Math.Min(best, a == b && a % 100 != 0 ? Exact : Level(a, b));
            }
        }

        return best;
    }

    private static int Level(int a, int b) => BirthDateComparator.Level(a, b) switch
    {
        BirthDateComparator.Swapped => Swapped,
        BirthDateComparator.Presumed or BirthDateComparator.SameMonth when Partial(a) || Partial(b) => Compatible,
        BirthDateComparator.OneDigit => OneDigit,
        BirthDateComparator.SameMonth or BirthDateComparator.SameMonthYear => SameMonth,
        BirthDateComparator.Presumed => a / 100 == b / 100 ? SameMonth : SameYear,
        BirthDateComparator.SameYear => SameYear,
        _ => Different,
    };

    private static bool Partial(int date) => date % 100 == 0;
}
