using System.Text;
using IntegrationHub.Mdm.Matching.Comparing;
using IntegrationHub.Mdm.Matching.Text;
using IntegrationHub.Mdm.Matching.Values;

namespace IntegrationHub.Tests.Matching;

/// <summary>What is told from letter sets and lengths alone is never other than what the letters say.</summary>
public sealed class Shortcuts_are_exact
{
    [Fact]
    public void Surnames_called_strangers_have_no_relation() => ForNames((a, b, x, y) =>
        !Surnames.AreStrangers(x, y) || Check(NameRelation.None, Surnames.Compute(a, b, x.Code == y.Code)), Domain.Surname);

    [Fact]
    public void Given_names_called_strangers_have_no_relation() => ForNames((a, b, x, y) =>
    {
        if (!GivenNames.AreStrangers(x, y))
        {
            return true;
        }

        foreach (var (knownA, knownB) in new[] { (false, false), (true, false), (false, true), (true, true) })
        {
            Assert.Equal(GivenRelation.None, GivenNames.Compute(a, b, x.Code == y.Code, knownA, knownB));
        }

        return false;
    }, Domain.GivenName);

    [Fact]
    public void Texts_called_out_of_reach_are_more_edits_apart() => ForNames((a, b, x, y) =>
    {
        var distance = Damerau.Distance(a, b);
        Assert.All(Enumerable.Range(0, 4), edits => Assert.True(ValueFacts.MayBeWithin(x, y, edits) || distance > edits));
        return ValueFacts.MayBeWithin(x, y, 1);
    }, Domain.City);

    [Fact]
    public void Texts_called_unlike_stay_below_the_similarity() => ForNames((a, b, x, y) =>
    {
        var similarity = JaroWinkler.Similarity(a, b);
        Assert.All([500, 800, 930, 1000], least => Assert.True(JaroWinkler.MayReach(least, x, y) || similarity < least));
        return JaroWinkler.MayReach(930, x, y);
    }, Domain.City);

    private static bool Check<T>(T expected, T found)
    {
        Assert.Equal(expected, found);
        return false;
    }

    /// <param name="check">Asserts; says whether the shortcut did not apply, so that a shortcut that never applies fails too.</param>
    private static void ForNames(Func<byte[], byte[], ValueFacts, ValueFacts, bool> check, Domain domain)
    {
        var (applied, passed) = (0, 0);
        foreach (var (left, right) in RandomTexts.Names().Where(p => p.A != p.B))
        {
            var (a, b) = (Encoding.ASCII.GetBytes(left), Encoding.ASCII.GetBytes(right));
            if (check(a, b, ValueFacts.Of(domain, a, 0, 0), ValueFacts.Of(domain, b, 0, 0)))
            {
                passed++;
            }
            else
            {
                applied++;
            }
        }

        Assert.True(applied > 100 && passed > 100, $"{applied} pairs by the shortcut, {passed} not");
    }
}
