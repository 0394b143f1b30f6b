using System.Globalization;
using IntegrationHub.Connectors.Sandbox.Town.Population;
using IntegrationHub.Connectors.Sandbox.Town.Random;

namespace IntegrationHub.Connectors.Sandbox.Town.Systems;

/// <summary>Makes the record an entry announces.</summary>
internal sealed class RecordMaker(ulong seed, DateOnly today, bool later)
{
    private readonly Clerk[] clerks = [.. Enum.GetValues<TownSystem>().Select(system => new Clerk(system))];
    private readonly KeyMaker keys = new(seed);

    public static ulong Name(ulong seed, ulong stream, Entry entry, long family) =>
        Dice.Mix(Dice.Mix(Dice.Mix(seed ^ (stream << 32)) ^ (ulong)entry.System) ^ (((ulong)family << 6) | (uint)entry.Local));

    public TownRecord Make(Family family, Entry entry)
    {
        var style = Name(seed, Streams.Record, entry, family.Index);
        var people = new Statement[entry.People.Count];
        for (var member = 0; member < people.Length; member++)
        {
            people[member] = Say(family, entry, member);
        }

        return new TownRecord
        {
            System = entry.System,
            Key = keys.Record(entry.System, ((ulong)family.Index << 6) | (uint)entry.Local),
            People = people,
            Organisation = entry is { System: TownSystem.Finance, Local: Entry.Organisation } ? OrganisationMaker.Draw(new Dice(style, Streams.Organisation, 1)) : null,
            ChangedAt = ChangedAt(style),
            Style = style,
        };
    }

    public Statement Say(Family family, Entry entry, int member)
    {
        var name = Name(seed, Streams.Record, entry, family.Index);
        var corrected = later && Dice.Unit(Name(seed, Streams.Later + 100, entry, family.Index)) < Coverage.CorrectedInAMonth;
        var statement = Raw(family, entry, member, name, corrected);
        if (entry.System == TownSystem.Signature)
        {
            return statement with { Part = "signer:" + keys.Part('s', name, member) };
        }

        if (entry.Household < 0)
        {
            return statement;
        }

        var child = member >= family.Households[entry.Household].Adults.Count;
        var part = child ? "child:" + keys.Part('E', name, member) : "parent:" + keys.Part('P', name, member);

        // A household file has one address, asks parents no birth place and children neither mailbox nor phone.
        var file = member == 0 ? statement : Raw(family, entry, 0, name, corrected);
        statement = statement with { Part = part, Number = file.Number, Street = file.Street, Complement = file.Complement, PostCode = file.PostCode, City = file.City };
        return child ? statement with { Email = "", Phone = "" } : statement with { BirthCommune = null, BirthCountry = null };
    }

    private Statement Raw(Family family, Entry entry, int member, ulong name, bool corrected)
    {
        var slot = entry.People[member];
        var person = family.People[slot];
        var guardian = Planner.Partner(family, slot) is { } partner ? family.People[partner] : person.Age < 25 ? family.People[family.Households[^1].Adults[0]] : null;
        return clerks[(int)entry.System].Say(person, guardian, Dice.Mix(name + (ulong)member), corrected);
    }

    /// <summary>Recent dates are frequent, six-year-old ones rare.</summary>
    private DateTime ChangedAt(ulong style)
    {
        var unit = Dice.Unit(Dice.Mix(style + 7));
        return today.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc).AddSeconds(-(long)(unit * unit * 6 * 365 * 86400) - 1);
    }

    public TownRecord Touched(TownRecord record) => record with
    {
        ChangedAt = today.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc).AddSeconds((long)(Dice.Unit(Dice.Mix(record.Style + 9)) * 30 * 86400)),
    };

    /// <summary>Whether two snapshots of a record say the same.</summary>
    public static bool Same(TownRecord one, TownRecord other) => Text(one) == Text(other);

    private static string Text(TownRecord record) => string.Join('|', record.People.Select(said => string.Create(CultureInfo.InvariantCulture,
        $"{said.LastName};{said.BirthName};{string.Join(',', said.GivenNames)};{said.BirthDate};{said.Email};{said.Phone};{said.Number};{said.Street};{said.Complement};{said.City}")));
}
