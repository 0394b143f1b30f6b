using IntegrationHub.Connectors.Sandbox.Town.Random;

namespace IntegrationHub.Connectors.Sandbox.Town.Facts;

/// <summary>Surnames by origin: frequent ones from tables, rare ones composed. Martin, the most frequent, is borne by one in three hundred.</summary>
internal sealed class Surnames
{
    private readonly RareSurnames rare = new();
    private readonly Dictionary<string, WeightedList<string>> lists = FactFile.Lists("surnames.txt")
        .Concat(FactFile.Lists("foreign-surnames.txt"))
        .ToDictionary(pair => pair.Head, pair => FactFile.Zipf(pair.Items.Distinct(StringComparer.Ordinal), pair.Head == "fr" ? 30 : 8));

    /// <param name="origin"><c>fr</c> draws three quarters of its names from the rare ones; other origins one in eight.</param>
    public string Pick(Dice dice, string origin)
    {
        var unit = dice.Unit();
        if (origin == "fr")
        {
            return unit < 0.008 ? lists["noble"].Pick(dice) : unit < 0.27 ? lists["fr"].Pick(dice) : rare.Pick(dice);
        }

        return unit < 0.125 ? rare.Pick(dice) : lists[origin].Pick(dice);
    }
}
