using IntegrationHub.Connectors.Sandbox.Town.Errors;
using IntegrationHub.Connectors.Sandbox.Town.Population;
using IntegrationHub.Connectors.Sandbox.Town.Random;

namespace IntegrationHub.Connectors.Sandbox.Town.Systems;

/// <summary>Which address a record holds, and how it is written.</summary>
internal static class Postal
{
    private static readonly (string Full, string Short)[] Shorts =
    [
        ("rue ", "r. "), ("avenue ", "av. "), ("boulevard ", "bd "), ("allée ", "all. "), ("impasse ", "imp. "), ("place ", "pl. "), ("chemin ", "ch. "),
        ("route ", "rte "), ("square ", "sq. "), ("résidence ", "rés. "),
    ];

    public static Statement With(Statement statement, Person person, Mishaps mishaps)
    {
        if (mishaps.Happens(ErrorKind.AddressMissing))
        {
            return statement;
        }

        var homes = person.Homes;
        var old = mishaps.Happens(ErrorKind.AddressOld) ? 1 : 0;
        if (person.MovedLately)
        {
            // What was old before the move now is older still, and half of the systems have not heard of the move.
            old = old == 1 ? 2 : mishaps.Unit(ErrorKind.AddressOld) < 0.5 ? 1 : 0;
        }

        var home = person.OtherHome is { } other && (mishaps.Unit(ErrorKind.AddressMissing) * 1e6 % 1) < 0.4 ? other : homes[Math.Min(old, homes.Count - 1)];
        var street = home.Street;
        if (mishaps.Happens(ErrorKind.StreetTypo))
        {
            street = Slip.In(street, mishaps.Details(ErrorKind.StreetTypo));
        }

        if (mishaps.Happens(ErrorKind.StreetAbbreviated))
        {
            foreach (var (full, abbreviated) in Shorts)
            {
                street = street.StartsWith(full, StringComparison.Ordinal) ? abbreviated + street[full.Length..] : street;
            }

            street = street.Replace("Saint-", "St ", StringComparison.Ordinal).Replace("Sainte-", "Ste ", StringComparison.Ordinal)
                .Replace("Général", "Gal", StringComparison.Ordinal).Replace("Maréchal", "Mal", StringComparison.Ordinal);
        }

        return statement with
        {
            Number = mishaps.Happens(ErrorKind.NumberWrong) ? Wrong(home.Number, mishaps.Details(ErrorKind.NumberWrong)) : home.Number,
            Street = street,
            Complement = mishaps.Details(ErrorKind.AddressMissing).Chance(0.4) ? "" : home.Complement,
            PostCode = home.Commune.PostCode,
            City = home.Commune.Name,
        };
    }

    private static string Wrong(string number, Dice dice) =>
        dice.Chance(0.4) ? "" : dice.Between(1, 120).ToString(System.Globalization.CultureInfo.InvariantCulture) + (number.EndsWith("bis", StringComparison.Ordinal) ? " bis" : "");
}
