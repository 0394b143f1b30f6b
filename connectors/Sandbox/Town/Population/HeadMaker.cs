using IntegrationHub.Connectors.Sandbox.Town.Facts;
using IntegrationHub.Connectors.Sandbox.Town.Random;

namespace IntegrationHub.Connectors.Sandbox.Town.Population;

/// <summary>Draws the heads of families; some are homonyms of the head of the family before.</summary>
internal sealed class HeadMaker(ulong seed, DateOnly today)
{
    private static readonly (int From, int To, double Share)[] Ages =
        [(20, 29, 0.14), (30, 39, 0.19), (40, 49, 0.20), (50, 64, 0.24), (65, 79, 0.16), (80, 97, 0.07)];

    public Head At(long index)
    {
        var dice = new Dice(seed, Streams.Homonym, (ulong)index);
        var own = Raw(index);
        if (index == 0 || !dice.Chance(PopulationRates.Homonym))
        {
            return own;
        }

        var other = Raw(index - 1);
        var named = own with { Sex = other.Sex, Origin = other.Origin, Surname = other.Surname, GivenName = other.GivenName, Traits = Trait.Homonym };
        return dice.Chance(PopulationRates.HomonymSameDate)
            ? named with { BirthYear = other.BirthYear, Month = other.Month, Day = other.Day, Traits = Trait.Homonym | Trait.SameDate }
            : named;
    }

    private Head Raw(long index)
    {
        var dice = new Dice(seed, Streams.Head, (ulong)index);
        var tables = FactTables.Instance;
        var origin = tables.Origin(dice);
        var sex = dice.Chance(0.52) ? 'F' : 'M';
        var unit = dice.Unit();
        var age = 0;
        foreach (var (from, to, share) in Ages)
        {
            unit -= share;
            if (unit < 0 || to == 97)
            {
                age = dice.Between(from, to);
                break;
            }
        }

        var year = today.Year - 1 - age;
        var month = dice.Between(1, 12);
        var day = dice.Between(1, DateTime.DaysInMonth(year, month));
        return new Head(sex, origin, tables.Surnames.Pick(dice, origin), tables.GivenNames.Pick(dice, sex, origin, year), year, month, day, Trait.None);
    }
}
