using IntegrationHub.Connectors.Sandbox.Town;

namespace IntegrationHub.Tests.Sandbox;

public sealed class Keys_and_order_tell_nothing
{
    private static readonly Town Shown = Town.Generate(new TownSettings { Seed = 6, People = 6000 });
    private static readonly Dictionary<string, long> FamilyOf = Shown.Truth()
        .SelectMany(family => family.People.Select(person => (person.Id, family.Index))).ToDictionary(pair => pair.Id, pair => pair.Index);

    public static TheoryData<TownSystem> Systems => [.. Enum.GetValues<TownSystem>()];

    [Theory]
    [MemberData(nameof(Systems))]
    public void The_order_of_a_file_has_nothing_to_do_with_families(TownSystem system) =>
        Unrelated([.. Shown.Records(system).Where(record => record.People.Count > 0).Select(record => FamilyOf[record.People[0].Person])]);

    [Theory]
    [MemberData(nameof(Systems))]
    public void The_order_of_keys_has_nothing_to_do_with_families(TownSystem system)
    {
        var records = Shown.Records(system).ToList();

        Assert.Equal(records.Count, records.Select(record => record.Key).Distinct().Count());
        Unrelated([.. records.Where(record => record.People.Count > 0).OrderBy(record => record.Key, StringComparer.Ordinal).Select(record => FamilyOf[record.People[0].Person])]);
    }

    [Fact]
    public void The_order_of_the_flat_file_has_nothing_to_do_with_families() =>
        Unrelated([.. Shown.Rows().Select(row => FamilyOf[row.Statement.Person])]);

    [Fact]
    public void The_order_of_the_true_ids_has_nothing_to_do_with_families() =>
        Unrelated([.. FamilyOf.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Value)]);

    [Fact]
    public void Keys_of_the_same_person_in_two_systems_share_no_start()
    {
        var crm = Shown.Records(TownSystem.Crm).GroupBy(record => record.People[0].Person).ToDictionary(group => group.Key, group => group.First().Key);
        var portail = Shown.Records(TownSystem.Portail).ToList();

        var shared = portail.Count(record => crm.TryGetValue(record.People[0].Person, out var key) && key[..4] == record.Key[..4]);

        Assert.InRange(shared, 0, 5);
    }

    /// <summary>Spearman's rank correlation with the place, and the correlation of neighbours, are what chance gives; neighbours are seldom kin.</summary>
    private static void Unrelated(List<long> families)
    {
        var places = Enumerable.Range(0, families.Count).Select(place => (double)place).ToList();
        var values = families.ConvertAll(family => (double)family);
        var chance = 4.5 / Math.Sqrt(families.Count);

        Assert.InRange(Correlation(places, values), -chance, chance);
        Assert.InRange(Correlation(values[..^1], values[1..]), -chance, chance);
        Assert.InRange((double)families.Zip(families.Skip(1)).Count(pair => pair.First == pair.Second) / families.Count, 0, 0.01);
    }

    private static double Correlation(List<double> one, List<double> other)
    {
        var (meanOne, meanOther) = (one.Average(), other.Average());
        var product = one.Zip(other).Sum(pair => (pair.First - meanOne) * (pair.Second - meanOther));
        return product / Math.Sqrt(one.Sum(value => (value - meanOne) * (value - meanOne)) * other.Sum(value => (value - meanOther) * (value - meanOther)));
    }
}
