using IntegrationHub.Connectors.Sandbox.Town;
using IntegrationHub.Connectors.Sandbox.Town.Facts;
using IntegrationHub.Connectors.Sandbox.Town.Population;
using IntegrationHub.Connectors.Sandbox.Town.Random;

namespace IntegrationHub.Tests.Sandbox;

public sealed class People_are_hard_to_tell_apart
{
    private static readonly IReadOnlyList<Family> Families = [.. Town.Generate(new TownSettings { Seed = 9, People = 20_000 }).Truth()];
    private static readonly IReadOnlyList<Person> People = [.. Families.SelectMany(family => family.People)];

    [Theory]
    [InlineData(Trait.Twin, 0.004, 0.02)]
    [InlineData(Trait.Namesake, 0.001, 0.01)]
    [InlineData(Trait.Homonym, 0.001, 0.006)]
    [InlineData(Trait.SameDate, 0.0001, 0.002)]
    [InlineData(Trait.BornAbroad, 0.05, 0.16)]
    [InlineData(Trait.PresumedDate, 0.0005, 0.01)]
    [InlineData(Trait.TwoHomes, 0.02, 0.12)]
    [InlineData(Trait.DoubleName, 0.02, 0.12)]
    [InlineData(Trait.FormerName, 0.004, 0.008)]
    [InlineData(Trait.Deceased, 0.001, 0.006)]
    [InlineData(Trait.UsesOtherGivenName, 0.008, 0.02)]
    public void Each_trait_is_borne_by_a_plausible_share(Trait trait, double least, double most) =>
        Assert.InRange((double)People.Count(person => person.Traits.HasFlag(trait)) / People.Count, least, most);

    [Fact]
    public void Twins_share_name_day_and_home_but_not_the_first_given_name()
    {
        var twins = Families.SelectMany(family => family.People.Where(person => person.Traits.HasFlag(Trait.Twin))
            .GroupBy(person => (person.BirthYear, person.BirthMonth, person.BirthDay))).ToList();

        Assert.NotEmpty(twins);
        Assert.All(twins, born =>
        {
            Assert.InRange(born.Count(), 2, 4);
            _ = Assert.Single(born.Select(person => (person.BirthName, person.Homes[0])).Distinct());
            Assert.Equal(born.Count(), born.Select(person => person.GivenNames[0]).Distinct().Count());
        });
    }

    [Fact]
    public void A_homonym_of_the_same_day_lives_in_another_family()
    {
        var same = People.Where(person => person.Traits.HasFlag(Trait.SameDate)).ToList();

        Assert.NotEmpty(same);
        Assert.All(same, person => Assert.True(People.Count(other =>
            (other.BirthName, other.GivenNames[0], other.BirthYear, other.BirthMonth, other.BirthDay)
            == (person.BirthName, person.GivenNames[0], person.BirthYear, person.BirthMonth, person.BirthDay)) >= 2));
    }

    [Fact]
    public void Who_was_born_abroad_has_a_country_and_no_commune()
    {
        Assert.All(People, person => Assert.NotEqual(person.BirthCommune is null, person.BirthCountry is null));
        Assert.All(People.Where(person => person.BirthCountry is not null), person => Assert.Matches("^99[0-9]{3}$", person.BirthCountry!.Code));
        Assert.All(People.Where(person => person.BirthCommune is not null), person => Assert.Matches("^(2[AB]|[0-9]{2})[0-9]{3}$", person.BirthCommune!.Code));
    }

    [Fact]
    public void Partners_and_children_share_a_home_and_sometimes_a_mailbox()
    {
        Assert.All(Families.SelectMany(family => family.Households.SelectMany(home => home.Adults.Select(adult => (home.Home, Person: family.People[adult])))),
            pair => Assert.Contains(pair.Home, pair.Person.Homes));
        Assert.InRange((double)Families.Count(family => family.Households[0].Home.FamilyEmail is not null) / Families.Count, 0.12, 0.18);
    }

    [Fact]
    public void Strangers_share_neither_phone_nor_mailbox()
    {
        Assert.Equal(People.Sum(person => person.Mobiles.Count), People.SelectMany(person => person.Mobiles).Distinct().Count());
        Assert.All(People.SelectMany(person => person.Mobiles), phone => Assert.Matches("^0[67][0-9]{8}$", phone));
        Assert.InRange(People.Sum(person => person.Emails.Count) - People.SelectMany(person => person.Emails).Distinct().Count(), 0, 5);
    }

    [Fact]
    public void A_large_town_has_more_than_sixty_thousand_surnames()
    {
        var surnames = FactTables.Instance.Surnames;
        var dice = new Dice(4, 4, 4);

        var distinct = Enumerable.Range(0, 300_000).Select(_ => surnames.Pick(dice, FactTables.Instance.Origin(dice))).ToHashSet(StringComparer.Ordinal);

        Assert.InRange(distinct.Count, 60_000, 200_000);
    }
}
