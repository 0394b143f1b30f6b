using IntegrationHub.Connectors.Sandbox.Town.Errors;
using IntegrationHub.Connectors.Sandbox.Town.Population;
using IntegrationHub.Connectors.Sandbox.Town.Random;

namespace IntegrationHub.Connectors.Sandbox.Town.Systems;

/// <summary>Decides which records exist about a family.</summary>
internal sealed class Planner(ulong seed, bool later)
{
    private static readonly TownSystem[] ByPerson = [TownSystem.Crm, TownSystem.Portail, TownSystem.Finance, TownSystem.Ged, TownSystem.Signature];

    public List<Entry> Plan(Family family)
    {
        var entries = new List<Entry>();
        for (var slot = 0; slot < family.People.Count; slot++)
        {
            var dice = new Dice(seed, Streams.Plan, ((ulong)family.Index << 4) | (uint)slot);
            foreach (var system in ByPerson)
            {
                var (held, again, thrice, second) = (dice.Unit(), dice.Unit(), dice.Unit(), dice.Unit());
                // Nobody can be asked to sign without a mailbox of their own.
                if (held >= Coverage.Of(system, family.People[slot].Age) || (system == TownSystem.Signature && family.People[slot].Emails.Count == 0))
                {
                    continue;
                }

                var duplicates = ErrorRates.Of(system)[ErrorKind.Duplicate];
                var times = again >= duplicates ? 1 : thrice >= duplicates ? 2 : 3;
                var people = system == TownSystem.Signature && second < Coverage.SecondSigner && Partner(family, slot) is { } partner ? [slot, partner] : new[] { slot };
                for (var time = 0; time < times; time++)
                {
                    Add(entries, family, new Entry(system, (slot * 4) + time, people));
                }
            }
        }

        var about = new Dice(seed, Streams.Organisation, (ulong)family.Index);
        if (about.Chance(Coverage.Organisations))
        {
            Add(entries, family, new Entry(TownSystem.Finance, Entry.Organisation, []));
        }

        if (about.Chance(Coverage.AnonymousLetters))
        {
            Add(entries, family, new Entry(TownSystem.Ged, Entry.Anonymous, []));
        }

        for (var place = 0; place < family.Households.Count; place++)
        {
            var household = family.Households[place];
            if (about.Chance(Coverage.Households) && household.Children.Count > 0)
            {
                Add(entries, family, new Entry(TownSystem.Famille, place, [.. household.Adults, .. household.Children], place));
            }
        }

        return entries;
    }

    public static int? Partner(Family family, int slot)
    {
        foreach (var household in family.Households)
        {
            if (household.Adults is [var one, var two] && (one == slot || two == slot))
            {
                return one == slot ? two : one;
            }
        }

        return null;
    }

    private void Add(List<Entry> entries, Family family, Entry entry)
    {
        if (later && Dice.Unit(RecordMaker.Name(seed, Streams.Later, entry, family.Index)) < Coverage.DeletedInAMonth)
        {
            return;
        }

        entries.Add(entry);
    }
}
