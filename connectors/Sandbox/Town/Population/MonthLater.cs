using IntegrationHub.Connectors.Sandbox.Town.Random;

namespace IntegrationHub.Connectors.Sandbox.Town.Population;

/// <summary>What a month brings a family: a move, a marriage.</summary>
internal static class MonthLater
{
    public static Family Live(Family family, Dice dice, HomeMaker homes)
    {
        var people = family.People.ToArray();
        var households = family.Households.ToArray();
        var moves = dice.Chance(PopulationRates.MovesInAMonth);
        var marries = dice.Chance(PopulationRates.MarriesInAMonth);
        if (moves)
        {
            var old = households[0].Home;
            var home = homes.Draw(dice, people[0].BirthName, (family.Index * 16) + 15);
            households[0] = households[0] with { Home = home };
            for (var who = 0; who < people.Length; who++)
            {
                if (people[who].Homes[0] == old)
                {
                    people[who] = people[who] with { Homes = [home, .. people[who].Homes], MovedLately = true };
                }
            }
        }

        if (marries && households[0].Adults is [var one, var two] && people[one].Sex != people[two].Sex)
        {
            var (wife, husband) = people[one].Sex == 'F' ? (one, two) : (two, one);
            people[wife] = people[wife] with { UsageName = people[wife].UsageName ?? people[husband].BirthName };
        }

        return family with { People = people, Households = households };
    }
}
