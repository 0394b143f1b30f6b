using System.Globalization;
using IntegrationHub.Connectors.Sandbox.Town.Random;

namespace IntegrationHub.Connectors.Sandbox.Town.Facts;

/// <summary>Where people of this town were born: half around the town, the others all over France by population, some abroad.</summary>
internal sealed class BirthPlaces
{
    private readonly WeightedList<Commune> near;
    private readonly WeightedList<Commune> anywhere;
    private readonly Dictionary<string, WeightedList<Country>> abroad;

    public BirthPlaces()
    {
        var communes = Commune.Read("communes.csv");
        anywhere = new(communes.Select(commune => (commune, (double)commune.Population)));
        near = new(communes.Where(commune => commune.Department == "49").Select(commune => (commune, (double)commune.Population)));
        abroad = FactFile.Lines("countries.txt").Select(line => line.Split(';'))
            .GroupBy(cells => cells[2])
            .ToDictionary(group => group.Key, group => new WeightedList<Country>(group.Select(cells =>
                (new Country(cells[0], cells[1]), double.Parse(cells[3], CultureInfo.InvariantCulture)))));
    }

    public Commune InFrance(Dice dice, bool bornHere) => (bornHere ? near : anywhere).Pick(dice);

    public Country Abroad(Dice dice, string origin) =>
        (abroad.TryGetValue(origin, out var countries) ? countries : abroad["fr"]).Pick(dice);
}
