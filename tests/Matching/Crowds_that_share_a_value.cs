using System.Globalization;
using IntegrationHub.Mdm.Matching;

namespace IntegrationHub.Tests.Matching;

/// <summary>Many records that share a value: a full key becomes finer, and the pair that is one person is found among them.</summary>
public sealed class Crowds_that_share_a_value
{
    private const int People = 3_000;

    [Fact]
    public void One_surname_for_everybody_finds_the_few_who_are_the_same() =>
        AssertFound(i => [("birthName", "Martin"), ("givenNames", Given(i)), ("birthDate", Born(i)), ("phone", Phone(i))]);

    [Fact]
    public void One_e_mail_and_one_city_for_everybody_links_nobody_else() =>
        AssertFound(i => [("birthName", Given(i * 31)), ("givenNames", Given(i)), ("birthDate", Born(i)), ("phone", Phone(i)), ("email", "accueil@mairie.example"), ("city", "Grenoble")]);

    /// <summary>The last record repeats the first under another key: those two are linked or a steward is asked, and nearly everybody else is alone.</summary>
    private static void AssertFound(Func<int, (string, string)[]> values)
    {
        var records = Enumerable.Range(0, People).Select(i => Matching.People.Record($"{i:D6}", values(1 + (i % (People - 1))))).ToList();
        var partition = Linker.Link(MatchModel.French.ActivateOn(records), records);
        Assert.True(partition.ClusterOf(0).Contains(People - 1) || partition.Doubts.Any(d => (d.A, d.B) == (0, People - 1)), "neither linked nor asked about");
        Assert.InRange(partition.Clusters.Count(), People - 200, People - 1);
        Assert.InRange(partition.Pairs.Count, 1, 20 * People);
    }

    private static string Given(int i)
    {
        Span<char> name = stackalloc char[6];
        var rest = (uint)i * 2654435761u;
        for (var at = 0; at < name.Length; at += 2)
        {
            (name[at], name[at + 1]) = ("BCDFGLMNPRST"[(int)(rest % 12)], "AEIOU"[(int)(rest / 12 % 5)]);
            rest /= 60;
        }

        return new string(name);
    }

    private static string Born(int i) => new DateOnly(1930, 1, 2).AddDays((int)((uint)i * 40503u % 29_000)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Phone(int i) => $"06{(uint)i * 2654435761u % 100_000_000:D8}";
}
