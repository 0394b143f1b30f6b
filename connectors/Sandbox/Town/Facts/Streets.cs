using System.Globalization;
using IntegrationHub.Connectors.Sandbox.Town.Random;

namespace IntegrationHub.Connectors.Sandbox.Town.Facts;

/// <summary>The town's communes and their streets.</summary>
internal sealed class Streets
{
    private readonly WeightedList<Commune> communes = new(Commune.Read("town.csv").Select(commune => (commune, (double)commune.Population)));
    private readonly WeightedList<string> kinds;
    private readonly string[] names;

    public Streets()
    {
        var lists = FactFile.Lists("streets.txt").ToDictionary(pair => pair.Head, pair => pair.Items);
        names = lists["names"];
        kinds = new(lists["kinds"].Select(kind => kind.Split(' ')).Select(pair =>
            (pair[0], double.Parse(pair[1], CultureInfo.InvariantCulture))));
    }

    public Commune Within(Dice dice) => communes.Pick(dice);

    /// <summary>A commune's streets are the same in every town generated: about one for eighty people.</summary>
    public string Pick(Dice dice, Commune commune)
    {
        var street = dice.Below(Math.Max(15, commune.Population / 80));
        var own = new Dice(ulong.Parse(commune.Code, NumberStyles.HexNumber, CultureInfo.InvariantCulture), 11, (ulong)street);
        return $"{kinds.Pick(own)} {own.Of(names)}";
    }
}
