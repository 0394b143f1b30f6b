using System.Globalization;
using IntegrationHub.Connectors.Sandbox.Town.Errors;
using IntegrationHub.Connectors.Sandbox.Town.Facts;
using IntegrationHub.Connectors.Sandbox.Town.Random;

namespace IntegrationHub.Connectors.Sandbox.Town.Population;

/// <summary>Draws homes.</summary>
internal sealed class HomeMaker(ulong seed)
{
    private static readonly string[] Boxes = ["famille.{0}{1}@orange.fr", "les.{0}{1}@free.fr", "{0}.maison{1}@wanadoo.fr", "foyer.{0}{1}@laposte.net"];
    private static readonly string[] Prefixes = ["0241", "0244", "0252", "0255"];
    private readonly KeyedPermutation phones = new(seed, Streams.Phone, 4_000_000);

    public Home Draw(Dice dice, string surname, long phoneIndex)
    {
        var streets = FactTables.Instance.Streets;
        var commune = streets.Within(dice);
        var street = streets.Pick(dice, commune);
        var number = Math.Min(dice.Between(1, 180), dice.Between(1, 180)).ToString(CultureInfo.InvariantCulture);
        number = dice.Below(20) switch { 0 => number + " bis", 1 when dice.Chance(0.3) => number + " ter", _ => number };
        var complement = dice.Unit() switch
        {
            < 0.18 => $"Appt {dice.Between(1, 90)}",
            < 0.27 => $"Bât. {(char)('A' + dice.Below(8))}",
            < 0.31 => $"Rés. {dice.Of(["Les Tilleuls", "Le Parc", "Bellevue", "Les Capucines", "Beau Rivage"])} - Étage {dice.Between(1, 6)}",
            _ => "",
        };
        var line = phones[(ulong)phoneIndex % 4_000_000];
        var landline = string.Create(CultureInfo.InvariantCulture, $"{Prefixes[line / 1_000_000]}{line % 1_000_000:D6}");
        var (box, suffix) = (dice.Of(Boxes), dice.Between(10, 9999));
        var hasLandline = dice.Chance(PopulationRates.Landline);
        var email = dice.Chance(PopulationRates.FamilyEmail) ? string.Format(CultureInfo.InvariantCulture, box, Fold.Letters(surname), suffix) : null;
        return new Home(number, street, complement, commune, hasLandline ? landline : null, email);
    }
}
