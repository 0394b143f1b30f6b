using IntegrationHub.Connectors.Sandbox.Town.Facts;
using IntegrationHub.Connectors.Sandbox.Town.Random;

namespace IntegrationHub.Connectors.Sandbox.Town.Population;

/// <summary>A family while it is drawn: adults first, then their children.</summary>
internal sealed class FamilyDraft(long index, Head head, Dice dice, DateOnly today, HomeMaker homes, PersonMaker persons)
{
    private readonly List<Person> people = [];
    private readonly List<Household> households = [];
    private readonly Dictionary<Home, Home> before = [];
    private int drawnHomes;

    public Dice Dice => dice;

    public Family Done() => new(index, people, households);

    public void Fill(FamilyKind kind)
    {
        var home = NewHome(head.Surname);
        var first = Add(head, head.Surname, home);
        switch (kind)
        {
            case FamilyKind.Single:
                Widow(first);
                households.Add(new Household(home, [first], []));
                break;
            case FamilyKind.Couple:
                households.Add(new Household(home, [first, Spouse(first, home)], []));
                break;
            case FamilyKind.CoupleWithChildren:
                var partner = Spouse(first, home);
                households.Add(new Household(home, [first, partner], Children(first, partner, home)));
                break;
            case FamilyKind.SingleParent:
                households.Add(new Household(home, [first], Children(first, first, home)));
                break;
            case FamilyKind.Separated:
                Separate(first, home);
                break;
            default:
                Extend(first, home);
                break;
        }
    }

    private void Separate(int first, Home home)
    {
        var second = Spouse(first, home);
        var children = Children(first, second, home);
        var other = NewHome(people[second].BirthName);
        people[second] = people[second] with { Homes = [other, home] };
        foreach (var child in children)
        {
            people[child] = people[child] with { OtherHome = other, Traits = people[child].Traits | Trait.TwoHomes };
        }

        // Most go back to the birth name.
        foreach (var adult in new[] { first, second })
        {
            if (people[adult].UsageName is not null && dice.Chance(0.7))
            {
                people[adult] = people[adult] with { UsageName = null };
            }
        }

        households.Add(new Household(home, [first], children));
        households.Add(new Household(other, [second], children));
    }

    private void Extend(int first, Home home)
    {
        var second = Spouse(first, home);
        households.Add(new Household(home, [first, second], []));
        var father = people[first].Sex == 'M' ? first : second;
        var sex = dice.Chance(0.55) ? 'M' : 'F';
        var born = Math.Clamp(head.BirthYear + dice.Between(22, 36), 1900, today.Year - 20);
        var (given, traits) = Eldest(father, sex, born);
        var heir = Add(Draw(sex, people[father].BirthName, given, born, traits), people[father].BirthName, null);
        var itsHome = people[heir].Homes[0];
        var partner = Spouse(heir, itsHome);
        households.Add(new Household(itsHome, [heir, partner], Children(heir, partner, itsHome)));
    }

    private int Spouse(int of, Home home)
    {
        var self = people[of];
        var sex = dice.Chance(0.03) ? self.Sex : self.Sex == 'M' ? 'F' : 'M';
        var origin = dice.Chance(0.75) ? head.Origin : FactTables.Instance.Origin(dice);
        var year = Math.Clamp(self.BirthYear + dice.Between(-5, 5), 1900, today.Year - 19);
        var surname = FactTables.Instance.Surnames.Pick(dice, origin);
        var spouse = Add(Draw(sex, surname, null, year, Trait.None, origin), surname, home);
        var married = dice.Chance(PopulationRates.Married);
        var choice = dice.Unit();
        if (married && self.Sex != sex)
        {
            var (wife, husband) = sex == 'F' ? (spouse, of) : (of, spouse);
            TakeName(wife, people[husband].BirthName, choice);
            if (choice > 0.985)
            {
                TakeName(husband, people[wife].BirthName, PopulationRates.HusbandsName + 0.01);
            }
        }

        return spouse;
    }

    /// <summary>Some who live alone bear the name of a late or former husband.</summary>
    private void Widow(int single)
    {
        var share = people[single].Age > 65 ? 0.6 : people[single].Age > 40 ? 0.15 : 0;
        var name = FactTables.Instance.Surnames.Pick(dice, head.Origin);
        var choice = dice.Unit();
        if (dice.Chance(share) && people[single].Sex == 'F')
        {
            TakeName(single, name, choice);
        }
    }

    private void TakeName(int who, string name, double choice)
    {
        var self = people[who];
        var order = dice.Chance(0.7);
        var joint = dice.Chance(0.6) ? "-" : " ";
        if (choice < PopulationRates.HusbandsName)
        {
            people[who] = self with { UsageName = name };
        }
        else if (choice < PopulationRates.HusbandsName + PopulationRates.BothNames)
        {
            people[who] = self with
            {
                UsageName = order ? self.BirthName + joint + name : name + joint + self.BirthName,
                Traits = self.Traits | Trait.DoubleName,
            };
        }
    }

    private List<int> Children(int one, int two, Home home)
    {
        var fatherAt = people[one].Sex == 'M' ? one : two;
        var (father, mother) = (people[fatherAt], people[fatherAt == one ? two : one]);
        var unit = dice.Unit();
        var both = one != two && unit < PopulationRates.ChildrenBothNames && father.BirthName.Length + mother.BirthName.Length < 26;
        var surname = both ? $"{father.BirthName} {mother.BirthName}"
            : unit < PopulationRates.ChildrenBothNames + PopulationRates.ChildrenMothersName ? mother.BirthName : father.BirthName;
        var count = dice.Unit() switch { < 0.36 => 1, < 0.77 => 2, < 0.94 => 3, _ => 4 };
        var earliest = Math.Max(mother.BirthYear + 20, today.Year - 24);
        var latest = Math.Min(mother.BirthYear + 44, today.Year - 1);
        var minors = new List<int>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        var years = new List<int>();
        Head? previous = null;
        for (var child = 0; child < count && earliest <= latest; child++)
        {
            var twin = previous is not null && dice.Chance(PopulationRates.Twin);
            var year = twin ? previous!.BirthYear : dice.Between(earliest, latest);
            if (!twin && years.Exists(other => Math.Abs(other - year) < 2))
            {
                continue;
            }

            years.Add(year);
            var sex = dice.Chance(0.51) ? 'M' : 'F';
            var (given, traits) = child == 0 && father.Sex == 'M' ? Eldest(fatherAt, sex, year) : (null, Trait.None);
            var self = Draw(sex, surname, given, year, traits);
            while (!names.Add(self.GivenName))
            {
                self = self with { GivenName = FactTables.Instance.GivenNames.Pick(dice, sex, "fr", year) };
            }

            if (twin)
            {
                self = self with { Month = previous!.Month, Day = previous.Day, Traits = self.Traits | Trait.Twin };
                people[^1] = people[^1] with { Traits = people[^1].Traits | Trait.Twin };
            }

            self = self with { Traits = self.Traits | (both ? Trait.DoubleName : Trait.None) };
            var place = Add(self, surname, home);
            if (twin)
            {
                people[place] = people[place] with { BirthCommune = people[place - 1].BirthCommune, BirthCountry = people[place - 1].BirthCountry };
            }

            if (people[place].Age < 18)
            {
                minors.Add(place);
            }

            previous = self;
        }

        return minors;
    }

    /// <summary>Now and then the eldest son is named as his father.</summary>
    private (string? Given, Trait Traits) Eldest(int father, char sex, int year)
    {
        if (!dice.Chance(PopulationRates.Namesake) || sex != 'M' || people[father].Sex != 'M' || year < people[father].BirthYear + 18)
        {
            return (null, Trait.None);
        }

        people[father] = people[father] with { Traits = people[father].Traits | Trait.Namesake };
        return (people[father].GivenNames[0], Trait.Namesake);
    }

    private Head Draw(char sex, string surname, string? given, int year, Trait traits, string? origin = null)
    {
        var month = dice.Between(1, 12);
        var day = dice.Between(1, DateTime.DaysInMonth(year, month));
        var drawn = FactTables.Instance.GivenNames.Pick(dice, sex, origin ?? head.Origin, year);
        return new Head(sex, origin ?? head.Origin, surname, given ?? drawn, year, month, day, traits);
    }

    private int Add(Head self, string birthName, Home? home)
    {
        home ??= NewHome(birthName);
        if (!before.TryGetValue(home, out var earlier))
        {
            before[home] = earlier = NewHome(birthName);
        }

        people.Add(persons.Draw(index, people.Count, self, birthName, home) with { Homes = [home, earlier] });
        return people.Count - 1;
    }

    private Home NewHome(string surname) => homes.Draw(dice, surname, (index * 16) + drawnHomes++);
}
