using System.Globalization;
using IntegrationHub.Connectors.Sandbox.Town.Facts;
using IntegrationHub.Connectors.Sandbox.Town.Random;

namespace IntegrationHub.Connectors.Sandbox.Town.Systems;

/// <summary>Draws organisations with valid SIREN and SIRET numbers.</summary>
internal static class OrganisationMaker
{
    private static readonly string[] Companies = ["SARL {0}", "SAS {0} ET FILS", "EURL {0} BATIMENT", "ETS {0}", "GARAGE {0}", "BOULANGERIE {0}", "SCI {0}", "TRANSPORTS {0}", "CABINET {0}"];
    private static readonly string[] Associations = ["AMICALE LAIQUE {0}", "CLUB SPORTIF {0}", "COMITE DES FETES {0}", "ASSOCIATION LES AMIS DE {0}", "HARMONIE DE {0}"];
    private static readonly string[] Bodies = ["COMMUNE DE {0}", "CCAS DE {0}", "SYNDICAT DES EAUX DE {0}"];

    public static TownOrganisation Draw(Dice dice)
    {
        var tables = FactTables.Instance;
        var surname = tables.Surnames.Pick(dice, "fr");
        var commune = tables.Streets.Within(dice);
        var unit = dice.Unit();
        var (nature, patterns, name) = unit < 0.7 ? ('S', Companies, surname) : unit < 0.93 ? ('A', Associations, commune.Name) : ('C', Bodies, commune.Name);
        var text = string.Format(CultureInfo.InvariantCulture, dice.Of(patterns), Errors.Fold.Accents(name).ToUpperInvariant());
        var siren = Luhn(dice.Between(10_000_000, 99_999_999).ToString("D8", CultureInfo.InvariantCulture));
        var siret = Luhn(siren + dice.Between(1, 40).ToString("D4", CultureInfo.InvariantCulture));
        var address = $"{dice.Between(1, 99)} {tables.Streets.Pick(dice, commune)}";
        return new TownOrganisation(nature, text, dice.Chance(0.08) ? "" : siret, Errors.Fold.Accents(address).ToUpperInvariant(), commune.PostCode,
            Errors.Fold.Accents(commune.Name).ToUpperInvariant());
    }

    /// <summary>Digits with their Luhn check digit appended (ISO/IEC 7812-1).</summary>
    private static string Luhn(string digits)
    {
        var sum = 0;
        for (var place = 0; place < digits.Length; place++)
        {
            var digit = digits[^(place + 1)] - '0';
            digit = place % 2 == 0 ? digit * 2 : digit;
            sum += digit > 9 ? digit - 9 : digit;
        }

        return digits + ((10 - (sum % 10)) % 10).ToString(CultureInfo.InvariantCulture);
    }
}
