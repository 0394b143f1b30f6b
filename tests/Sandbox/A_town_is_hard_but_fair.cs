using IntegrationHub.Connectors.Sandbox.Town;
using Xunit.Abstractions;

namespace IntegrationHub.Tests.Sandbox;

public sealed class A_town_is_hard_but_fair(ITestOutputHelper output)
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(77)]
    public void Joining_on_birth_name_first_given_name_and_birth_date_finds_at_most_55_percent_of_true_pairs(ulong seed)
    {
        var people = People(seed);

        var pairs = people.Sum(rows => (long)rows.Count * (rows.Count - 1) / 2);
        var joined = people.Sum(rows => Pairs(rows).LongCount(pair => pair.One.Joins(pair.Other)));
        var complete = people.SelectMany(Pairs).Where(pair => Complete(pair.One) && Complete(pair.Other)).ToList();

        output.WriteLine($"{pairs} true pairs, joined {(double)joined / pairs:P1}; of pairs with all three on both sides {(double)complete.Count(pair => pair.One.Joins(pair.Other)) / complete.Count:P1}");
        Assert.InRange((double)joined / pairs, 0.05, 0.55);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_patient_agent_could_decide_nearly_all_true_pairs(ulong seed)
    {
        var people = People(seed);
        var frequencies = people.SelectMany(rows => rows.Select(Name).Distinct()).GroupBy(name => name).ToDictionary(group => group.Key, group => group.Count());

        var pairs = people.Sum(rows => (long)rows.Count * (rows.Count - 1) / 2);
        var reachable = people.Sum(rows => Groups(rows, row => frequencies[Name(row)] <= 2).Sum(size => (long)size * (size - 1) / 2));

        output.WriteLine($"{(double)reachable / pairs:P2} of true pairs decidable");
        Assert.InRange((double)reachable / pairs, 0.985, 1);
    }

    private static List<List<Seen>> People(ulong seed) =>
        [.. Town.Generate(new TownSettings { Seed = seed, Records = 12_000 }).Rows().Select(Seen.Of).GroupBy(row => row.Person).Select(rows => rows.ToList())];

    private static string Name(Seen row) => (row.Usage.Length > 0 ? row.Usage : row.Birth) + "/" + row.Given;

    private static bool Complete(Seen row) => row.Birth.Length > 0 && row.Date is not null;

    private static IEnumerable<(Seen One, Seen Other)> Pairs(List<Seen> rows) =>
        rows.SelectMany((one, place) => rows.Skip(place + 1).Select(other => (one, other)));

    /// <summary>Sizes of the groups that convincing pairs connect.</summary>
    private static IEnumerable<int> Groups(List<Seen> rows, Func<Seen, bool> rare)
    {
        var group = Enumerable.Range(0, rows.Count).ToArray();
        for (var one = 0; one < rows.Count; one++)
        {
            for (var other = one + 1; other < rows.Count; other++)
            {
                if (group[one] != group[other] && rows[one].Convinces(rows[other], rare))
                {
                    var (from, to) = (group[other], group[one]);
                    group = [.. group.Select(mark => mark == from ? to : mark)];
                }
            }
        }

        return group.GroupBy(mark => mark).Select(members => members.Count());
    }
}
