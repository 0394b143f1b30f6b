using IntegrationHub.Connectors.Sandbox.Town.Errors;
using IntegrationHub.Connectors.Sandbox.Town.Facts;
using IntegrationHub.Connectors.Sandbox.Town.Random;

namespace IntegrationHub.Connectors.Sandbox.Town.Population;

/// <summary>Fills in a person: given names, birth place, mailboxes, phones.</summary>
internal sealed class PersonMaker(ulong seed, DateOnly today)
{
    private static readonly WeightedList<string> Providers = new(
    [
        ("gmail.com", 34), ("orange.fr", 20), ("free.fr", 9), ("hotmail.fr", 8), ("laposte.net", 6), ("sfr.fr", 6),
        ("yahoo.fr", 6), ("outlook.fr", 5), ("wanadoo.fr", 4), ("live.fr", 2),
    ]);

    private static readonly string[] YoungRegistration = ["maghreb", "afrique", "turc", "vietnam"];
    private readonly KeyedPermutation ids = new(seed, Streams.PersonId, 1UL << 40);
    private readonly KeyedPermutation phones = new(seed, Streams.Phone + 100, 1UL << 26);

    public Person Draw(long family, int slot, Head self, string birthName, Home home)
    {
        var id = ((ulong)family << 4) | (uint)slot;
        var dice = new Dice(seed, Streams.Person, id);
        var tables = FactTables.Instance;
        var traits = self.Traits;
        var given = new List<string>(3) { self.GivenName };
        var names = dice.Unit() switch { < 0.25 => 1, < 0.6 => 2, _ => 3 };
        while (given.Count < names)
        {
            var next = tables.GivenNames.Pick(dice, self.Sex, self.Origin, Math.Max(1900, self.BirthYear - 35));
            if (!given.Contains(next))
            {
                given.Add(next);
            }
        }

        var age = today.Year - self.BirthYear - (today.Month < self.Month || (today.Month == self.Month && today.Day < self.Day) ? 1 : 0);
        var everyday = given.Count > 1 && dice.Chance(PopulationRates.OtherGivenName) ? given[1] : given[0];
        traits |= everyday == given[0] ? Trait.None : Trait.UsesOtherGivenName;
        var abroad = dice.Chance(AbroadShare(self.Origin, age));
        var bornHere = dice.Chance(0.55);
        var yearOnly = dice.Chance(PopulationRates.PresumedDate);
        var presumed = yearOnly && abroad && self.BirthYear < 1985 && YoungRegistration.Contains(self.Origin) && (self.Traits & (Trait.SameDate | Trait.Twin)) == Trait.None;
        traits |= (abroad ? Trait.BornAbroad : Trait.None) | (presumed ? Trait.PresumedDate : Trait.None);
        var deceased = age > 70 && dice.Chance(PopulationRates.Deceased);
        var former = dice.Chance(PopulationRates.FormerName) ? tables.Surnames.Pick(dice, self.Origin) : null;
        traits |= (deceased ? Trait.Deceased : Trait.None) | (former is null ? Trait.None : Trait.FormerName);
        var commune = tables.BirthPlaces.InFrance(dice, bornHere);
        var country = tables.BirthPlaces.Abroad(dice, self.Origin);
        return new Person
        {
            Id = "P" + ids[id].ToString("x10", System.Globalization.CultureInfo.InvariantCulture),
            Sex = self.Sex,
            BirthName = birthName,
            FormerName = former,
            GivenNames = given,
            EverydayName = everyday,
            BirthYear = self.BirthYear,
            BirthMonth = presumed ? 0 : self.Month,
            BirthDay = presumed ? 0 : self.Day,
            BirthCommune = abroad ? null : commune,
            BirthCountry = abroad ? country : null,
            Homes = [home],
            Emails = Mailboxes(dice, everyday, birthName, self.BirthYear, age),
            Mobiles = Numbers(dice, id, age),
            Age = age,
            Traits = traits,
        };
    }

    private static double AbroadShare(string origin, int age) => origin switch
    {
        "fr" or "breton" or "alsace" or "basque" or "corse" => 0.02,
        _ => age < 25 ? 0.12 : age < 50 ? 0.5 : 0.75,
    };

    private static List<string> Mailboxes(Dice dice, string given, string surname, int year, int age)
    {
        var boxes = new List<string>(2);
        var count = dice.Chance(age < 14 ? 0 : age < 18 ? 0.5 : age < 70 ? 0.9 : 0.6) ? dice.Chance(0.3) ? 2 : 1 : 0;
        for (var box = 0; box < count; box++)
        {
            var (first, last) = (Fold.Letters(given), Fold.Letters(surname));
            var number = dice.Between(10, 9999);
            var name = dice.Below(6) switch
            {
                0 => $"{first}.{last}{number}",
                1 => $"{first[0]}{last}{number}",
                2 => $"{last}.{first}{number}",
                3 => $"{first}{year % 100:D2}{number}",
                4 => $"{first}_{last}{number % 1000}",
                _ => $"{first}.{last}.{number}",
            };
            boxes.Add($"{name}@{Providers.Pick(dice)}");
        }

        return boxes;
    }

    private List<string> Numbers(Dice dice, ulong id, int age)
    {
        var numbers = new List<string>(2);
        var count = dice.Chance(age < 13 ? 0 : age < 80 ? 0.93 : 0.6) ? dice.Chance(0.25) ? 2 : 1 : 0;
        for (var number = 0; number < count; number++)
        {
            var unique = phones[((id << 1) | (uint)number) & ((1UL << 26) - 1)];
            numbers.Add(unique % 10 < 7 ? $"06{unique:D8}" : $"07{30_000_000 + unique:D8}");
        }

        return numbers;
    }
}
