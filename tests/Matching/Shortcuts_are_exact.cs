using System.Text;
using IntegrationHub.Mdm.Matching;
using IntegrationHub.Mdm.Matching.Blocking;
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
    public void Texts_called_different_are_different() => ForNames((a, b, x, y) =>
        !Surnames.HaveNothingInCommon(x, y) || JaroWinkler.CountedMayReach(800, x, y) || Check(TextComparator.Different, TextComparator.Relate(a, b)), Domain.Text1);

    [Fact]
    public void Names_one_slip_apart_share_a_blocking_value()
    {
        var (near, found) = (0, 0);
        Span<ulong> left = stackalloc ulong[KeyParts.Most];
        Span<ulong> right = stackalloc ulong[KeyParts.Most];
        foreach (var (a, b) in RandomTexts.Words().Where(p => Math.Min(p.A.Length, p.B.Length) >= 4))
        {
            var x = new KeySet(left);
            var y = new KeySet(right);
            Slips.Write(Encoding.ASCII.GetBytes(a), ref x);
            Slips.Write(Encoding.ASCII.GetBytes(b), ref y);
            var distance = Damerau.Distance(Encoding.ASCII.GetBytes(a), Encoding.ASCII.GetBytes(b));
            var met = left[..x.Count].ContainsAny(right[..y.Count]);
            Assert.True(met || distance > 1, $"{a} {b}");
            Assert.True(!met || distance <= 2, $"{a} {b}");
            near += distance <= 1 ? 1 : 0;
            found += met ? 1 : 0;
        }

        Assert.InRange(found, near, near * 2);
    }

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
    public void Given_names_called_far_are_not_near() => ForNames((a, b, x, y) =>
        GivenNames.MayBeNear(x, y) || Check(false, GivenNames.Compute(a, b, x.Code == y.Code, false, false) == GivenRelation.Near), Domain.GivenName);

    [Theory]
    [InlineData("FLEURIMONT", "FLEUR")]
    [InlineData("DUMOULINIER", "DUMOULIN")]
    public void A_name_that_begins_another_is_no_stranger_to_it(string longer, string shorter)
    {
        var (a, b) = (Encoding.ASCII.GetBytes(longer), Encoding.ASCII.GetBytes(shorter));
        Assert.Equal((NameRelation.Part, GivenRelation.Prefix), (Surnames.Compute(a, b, false), GivenNames.Compute(a, b, false, false, false)));
        Assert.False(Surnames.AreStrangers(ValueFacts.Of(Domain.Surname, a, 0, 0), ValueFacts.Of(Domain.Surname, b, 0, 0)));
        Assert.False(GivenNames.AreStrangers(ValueFacts.Of(Domain.GivenName, a, 0, 0), ValueFacts.Of(Domain.GivenName, b, 0, 0)));
    }

    [Fact]
    public void Texts_called_out_of_reach_are_more_edits_apart_and_counted_letters_call_more_of_them_so()
    {
        var (letters, counted) = (0, 0);
        ForNames((a, b, x, y) =>
        {
            var distance = Damerau.Distance(a, b);
            Assert.All(Enumerable.Range(0, 4), edits => Assert.True((ValueFacts.MayBeWithin(x, y, edits) && ValueFacts.CountedMayBeWithin(x, y, edits)) || distance > edits));
            letters += ValueFacts.MayBeWithin(x, y, 1) ? 1 : 0;
            counted += ValueFacts.CountedMayBeWithin(x, y, 1) ? 1 : 0;
            return ValueFacts.MayBeWithin(x, y, 1);
        }, Domain.Street);
        Assert.True(counted < letters, $"{counted} {letters}");
    }

    [Fact]
    public void Texts_called_unlike_stay_below_the_similarity_and_counted_letters_call_more_of_them_so()
    {
        var (letters, counted) = (0, 0);
        ForNames((a, b, x, y) =>
        {
            var similarity = JaroWinkler.Similarity(a, b);
            Assert.All([500, 800, 930, 1000], least => Assert.True((JaroWinkler.MayReach(least, x, y) && JaroWinkler.CountedMayReach(least, x, y)) || similarity < least));
            letters += JaroWinkler.MayReach(930, x, y) ? 1 : 0;
            counted += JaroWinkler.CountedMayReach(930, x, y) ? 1 : 0;
            return JaroWinkler.MayReach(930, x, y);
        }, Domain.Street);
        Assert.True(counted < letters, $"{counted} {letters}");
    }

    [Fact]
    public void What_a_household_costs_is_the_sum_it_stands_for_wherever_it_lies() => Assert.All(
        Enumerable.Range(-40_000, 80_001).Where(x => x % 7 == 0 || Math.Abs(x) is > 11_900 and < 12_100), x => Assert.Equal((int)Math.Round(1000 * Math.Log2(1 + Math.Pow(2, x / 1000.0))), Kinship.Cost(x)));

    [Fact]
    public void A_pair_given_up_early_is_below_the_threshold_and_every_other_scores_as_in_full()
    {
        var model = MatchModel.French.ActivateOn(People.Crowd(11, 300).Select(c => c.Record));
        var vocabulary = model.NewVocabulary();
        var rows = People.Crowd(12, 250).Select((c, i) => model.Rows.Write(i % 3 == 0 ? c.Record : Placed(c.Record, i % 7), vocabulary)).ToList();
        var (above, below) = (0, 0);
        foreach (var (a, b) in rows.SelectMany((a, i) => rows.Skip(i + 1).Select(b => (a, b))))
        {
            foreach (var least in (int[])[-20_000, 0, 5_000])
            {
                var full = model.Scorer.Compare(a, b, vocabulary);
                var reached = model.Scorer.Reaches(least, a, b, vocabulary, out var score);
                Assert.Equal(full.Weight >= least, reached);
                Assert.True(!reached || score == full);
                (above, below) = reached ? (above + 1, below) : (above, below + 1);
            }
        }

        Assert.True(above > 100 && below > 100);
    }

    [Fact]
    public void Given_names_share_the_tokens_that_their_letters_share()
    {
        string[] names = ["JEAN", "PIERRE", "JEAN PIERRE", "ANNE", "PIERRE ANNE", "J"];
        var table = MatchModel.French.NewVocabulary()[Domain.GivenName];
        var lists = new List<int[]> { Array.Empty<int>() };
        for (var length = 0; length < 3; length++)
        {
            lists.AddRange([.. lists.Where(l => l.Length == length).SelectMany(l => names.Select(n => (int[])[.. l, table.Intern(Encoding.ASCII.GetBytes(n))]))]);
        }

        foreach (var (a, b) in lists.SelectMany(a => lists.Select(b => (a, b))))
        {
            var (x, y) = (Tokens(a), Tokens(b));
            var shared = Math.Min(x.Length, y.Length);
            Assert.Equal(x.Take(shared).SequenceEqual(y.Take(shared)) ? shared : 0, LeadingTokens.Shared(table, a, b));
        }

        string[] Tokens(int[] list) => [.. list.SelectMany(id => Encoding.ASCII.GetString(table.Text(id)).Split(' '))];
    }

    /// <summary>With the BAN id of a street or of a house in it, whatever the letters of the address say.</summary>
    private static MatchRecord Placed(MatchRecord record, int place) => record with
    {
        Values = [.. record.Values.Select((said, f) => MatchModel.French.Fields[f] == "banId" ? [place < 2 ? $"38185_000{place}" : $"38185_000{place % 2}_{place:D5}"] : said)],
    };

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
