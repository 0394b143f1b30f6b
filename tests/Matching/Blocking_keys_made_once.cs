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
        var (refined, keys) = FullKeys.Refine(Model.Settings.Blocking, cap, rows, records.Vocabulary, new ParallelOptions());

        var (plain, rounds) = Plainly(cap, rows, records.Vocabulary);
        Assert.Equal(plain.Order(), refined.Order());
        Assert.True(rounds > 2, "finer keys must have been full too, or the second round is not tested");
        var maker = new KeyMaker(Model.Settings.Blocking, plain);
        Assert.All(Enumerable.Range(0, rows.Length), i => Assert.Equal(Keys(maker, rows[i], records.Vocabulary), keys.Of(i).ToArray()));
    }

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
