using IntegrationHub.Connectors.Sandbox.Town.Errors;
using IntegrationHub.Connectors.Sandbox.Town.Population;

namespace IntegrationHub.Connectors.Sandbox.Town.Systems;

/// <summary>Writes down a person as one system does.</summary>
internal sealed class Clerk(TownSystem system)
{
    private readonly ErrorRates rates = ErrorRates.Of(system);

    /// <param name="seed">Names this statement among all.</param>
    /// <param name="guardian">A partner or parent whose mailbox and phone may stand in.</param>
    /// <param name="corrected">Somebody has looked again.</param>
    public Statement Say(Person person, Person? guardian, ulong seed, bool corrected)
    {
        var mishaps = new Mishaps(rates, seed, corrected);
        var stale = mishaps.Happens(ErrorKind.StaleName, person.UsageName is not null || person.FormerName is not null);
        var birth = stale && person.FormerName is not null ? person.FormerName : person.BirthName;
        var usage = stale ? null : person.UsageName;
        var hidden = mishaps.Happens(ErrorKind.UsageNameAsBirthName, usage is not null);
        var last = Spelling.Surname(Spelling.Half(usage ?? birth, mishaps, person.Traits.HasFlag(Trait.DoubleName)), mishaps);
        var known = usage is not null && !hidden ? birth : "";
        var slipped = mishaps.Happens(ErrorKind.SurnameTypo, last.Length > 2);
        if (slipped)
        {
            var details = mishaps.Details(ErrorKind.SurnameTypo);
            (last, known) = known.Length > 2 && details.Chance(0.5) ? (last, Slip.In(known, details)) : (Slip.In(last, details), known);
        }

        var given = Spelling.GivenNames(person, mishaps);
        if (mishaps.Happens(ErrorKind.NamesSwapped))
        {
            (last, given) = (given[0], [last]);
        }

        if (mishaps.Happens(ErrorKind.HyphenAsSpace, last.Contains('-', StringComparison.Ordinal) || given.Exists(name => name.Contains('-', StringComparison.Ordinal))))
        {
            last = last.Replace('-', ' ');
            given = given.ConvertAll(name => name.Replace('-', ' '));
        }

        var text = Written(mishaps);
        var place = !mishaps.Happens(ErrorKind.PlaceMissing);
        var statement = new Statement
        {
            Person = person.Id,
            LastName = text(last),
            BirthName = text(known),
            GivenNames = given.ConvertAll(name => text(name)),
            Sex = mishaps.Happens(ErrorKind.SexMissing) ? ' ' : person.Sex,
            BirthDate = Dates.Of(person, mishaps),
            BirthCommune = place ? person.BirthCommune : null,
            BirthCountry = place ? person.BirthCountry : null,
            Email = Contact.Email(person, guardian, mishaps),
            Phone = Contact.Phone(person, guardian, mishaps),
        };
        statement = Postal.With(statement, person, mishaps);
        return statement with
        {
            Street = mishaps.Happened.Has(ErrorKind.AccentsLost) ? Fold.Accents(statement.Street) : statement.Street,
            Possible = mishaps.Possible,
            Happened = mishaps.Happened,
        };
    }

    private static Func<string, string> Written(Mishaps mishaps)
    {
        var plain = mishaps.Happens(ErrorKind.AccentsLost);
        var capitals = mishaps.Happens(ErrorKind.Capitals);
        return name =>
        {
            name = plain ? Fold.Accents(name) : name;
            return capitals ? name.ToUpperInvariant() : name;
        };
    }
}
