using IntegrationHub.Mdm.Matching;
using IntegrationHub.Mdm.Matching.Blocking;
using IntegrationHub.Mdm.Matching.Documents;
using IntegrationHub.Mdm.Matching.Values;

namespace IntegrationHub.Tests.Matching;

/// <summary>Keys are kept and made again for few records: what comes of it is what making all of them every time would give.</summary>
public sealed class Blocking_keys_made_once
{
    private static readonly MatchModel Model = MatchModel.French;

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(3)]
    public void Full_keys_become_finer_as_if_all_keys_were_counted_anew_each_time(int cap)
    {
        var records = Crowd(21);
        var rows = records.Views();
        var (refined, keys) = FullKeys.Refine(Model.Settings.Blocking, cap, long.MaxValue, rows, records.Vocabulary, new ParallelOptions());

        var (plain, rounds) = Plainly(cap, rows, records.Vocabulary);
        Assert.Equal(plain.Order(), refined.Order());
        Assert.True(rounds > 2, "finer keys must have been full too, or the second round is not tested");
        var maker = new KeyMaker(Model.Settings.Blocking, plain);
        Assert.All(Enumerable.Range(0, rows.Length), i => Assert.Equal(Keys(maker, rows[i], records.Vocabulary), keys.Of(i).ToArray()));
    }

    [Fact]
    public void A_record_of_more_keys_than_there_is_room_for_keeps_the_same_ones()
    {
        var random = new Random(160);
        string[] names = ["Martin", "Bernard", "Dubois", "Petit", "Garnier", "Faure", "Rousseau", "Lambert", "Bonnet", "Mercier", "Guerin", "Boyer", "Roche", "Vidal"];
        var many = Enumerable.Range(0, 60).Select(i => People.Record($"many{i}",
            [.. names.OrderBy(_ => random.Next()).Take(random.Next(2, 12)).Select(name => ("birthName", name)),
             .. Enumerable.Range(0, random.Next(1, 12)).Select(_ => ("birthDate", $"{random.Next(1960, 1990)}-0{random.Next(1, 9)}-1{random.Next(9)}")), ("givenNames", "Anne")]));
        var records = InternedRecords.Of(Model, many);
        var rows = records.Views();

        var (refined, keys) = FullKeys.Refine(Model.Settings.Blocking, 5, long.MaxValue, rows, records.Vocabulary, new ParallelOptions());

        Assert.Equal(Plainly(5, rows, records.Vocabulary).Refined.Order(), refined.Order());
        var maker = new KeyMaker(Model.Settings.Blocking, refined);
        Assert.Contains(Enumerable.Range(0, rows.Length), i => keys.Of(i).Length == KeyMaker.Most);
        Assert.All(Enumerable.Range(0, rows.Length), i => Assert.Equal(Keys(maker, rows[i], records.Vocabulary), keys.Of(i).ToArray()));
    }

    [Theory]
    [InlineData(20_000, false, false)]
    [InlineData(12_000, true, false)] // 150 people born on one day make 11 175 pairs, 60 make 1 770
    [InlineData(1_500, true, true)]
    [InlineData(0, true, true)]
    public void The_cap_falls_until_keys_make_no_more_pairs_than_a_population_may_cost(int most, bool larger, bool smaller)
    {
        var records = InternedRecords.Of(Model, [.. Born("1970-05-17", 150), .. Born("1983-11-02", 60), .. Born("1991-02-28", 12)]);

        var (refined, keys) = FullKeys.Refine(Model.Settings.Blocking, 400, most, records.Views(), records.Vocabulary, new ParallelOptions());

        Assert.Equal((larger ? 1 : 0) + (smaller ? 1 : 0), refined.Count);
        Assert.Equal(larger, !keys.Of(0).ToArray().Intersect(keys.Of(1).ToArray()).Any());
        Assert.Equal(smaller, !keys.Of(150).ToArray().Intersect(keys.Of(151).ToArray()).Any());
        Assert.NotEmpty(keys.Of(210).ToArray().Intersect(keys.Of(211).ToArray()));
    }

    [Fact]
    public void Whether_a_key_is_a_full_one_is_told_as_their_set_tells_it()
    {
        var random = new Random(32);
        foreach (var count in (int[])[0, 1, 3, 500, 20_000])
        {
            var full = Enumerable.Range(0, count).Select(_ => (ulong)random.NextInt64()).ToHashSet();
            var filter = new KeyFilter(full);
            Assert.All(full, key => Assert.True(filter.Contains(key)));
            Assert.All(full.Select(key => key ^ 1UL << random.Next(64)).Append(0UL), key => Assert.Equal(full.Contains(key), filter.Contains(key)));
        }
    }

    /// <summary>People of whom nothing else is one's and another's too.</summary>
    private static IEnumerable<MatchRecord> Born(string day, int people) =>
        Enumerable.Range(0, people).Select(i => People.Record($"{day}-{i}", ("birthDate", day), ("givenNames", $"{(char)('A' + (i % 26))}o"), ("birthName", $"{(char)('A' + (i / 26))}{(char)('A' + (i % 26))}r")));

    [Fact]
    public void Keys_kept_for_one_model_do_not_serve_another()
    {
        var records = Crowd(22);
        var eager = Capped(3).ActivateOn(records);
        Assert.NotEmpty(eager.Settings.RefinedKeys);
        var plain = new MatchModel(Model.Settings with { RefinedKeys = new HashSet<ulong>() });

        var kept = records.KeysBy(eager, new ParallelOptions());
        Assert.Same(kept, records.KeysBy(eager, new ParallelOptions()));
        var others = records.KeysBy(plain, new ParallelOptions());
        Assert.All(Enumerable.Range(0, records.Count), i => Assert.Equal(Keys(plain.Keys, records.Views()[i], records.Vocabulary), others.Of(i).ToArray()));
        Assert.Contains(Enumerable.Range(0, records.Count), i => !kept.Of(i).SequenceEqual(others.Of(i)));
    }

    private static MatchModel Capped(int cap) => new(Model.Settings with { KeyCap = cap });

    private static InternedRecords Crowd(int seed) => InternedRecords.Of(Model, People.Crowd(seed, 300).Select(c => c.Record));

    private static (HashSet<ulong> Refined, int Rounds) Plainly(int cap, RowView[] rows, Vocabulary vocabulary)
    {
        var refined = new HashSet<ulong>();
        for (var rounds = 1; ; rounds++)
        {
            var maker = new KeyMaker(Model.Settings.Blocking, refined.ToHashSet());
            var before = refined.Count;
            refined.UnionWith(rows.SelectMany(row => Keys(maker, row, vocabulary)).CountBy(key => key).Where(count => count.Value > cap).Select(count => count.Key));
            if (refined.Count == before)
            {
                return (refined, rounds);
            }
        }
    }

    private static ulong[] Keys(KeyMaker maker, RowView row, Vocabulary vocabulary)
    {
        var keys = new ulong[KeyMaker.Most];
        return keys[..maker.Write(row.Span, vocabulary, keys)];
    }
}
