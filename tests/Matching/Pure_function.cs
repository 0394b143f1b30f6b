using FsCheck;
using FsCheck.Fluent;
using IntegrationHub.Mdm.Matching;
using IntegrationHub.Mdm.Matching.Activation;

namespace IntegrationHub.Tests.Matching;

/// <summary>Promise 1: the partition depends on live records, decisions and model; on nothing else.</summary>
public sealed class Pure_function
{
    [Fact]
    public void Any_order_page_size_and_thread_count_gives_the_same_partition() =>
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            var crowd = People.Crowd(seed, 60).Select(c => c.Record).ToList();
            var decisions = Decisions(seed, crowd);
            var expected = Linked(crowd, decisions, 1000, 1);
            var random = new System.Random(seed + 1);
            var shuffled = crowd.OrderBy(_ => random.Next()).ToList();
            Assert.Equal(expected, Linked(shuffled, decisions, 7, 2));
            Assert.Equal(expected, Linked(shuffled, decisions, 1, 1));
            Assert.Equal(expected, Linked(shuffled, decisions, 0, 2));
            Assert.Equal(expected, Linked(crowd, decisions, 0, 1));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(30));

    [Fact]
    public void Records_of_several_runs_come_to_the_same_in_bulk_and_in_pages()
    {
        var crowd = People.Crowd(2025, 2_300).Select(c => c.Record).ToList();
        var random = new System.Random(2026);
        var decisions = Enumerable.Range(1, 200).Select(i => new PairDecision(i, crowd[random.Next(crowd.Count)].Key, crowd[random.Next(crowd.Count)].Key, random.Next(2) == 0)).Where(d => d.A != d.B).ToList();

        var expected = Linked(crowd, decisions, 400, 2);

        Assert.Equal(expected, Linked(crowd, decisions, 0, 2));
        Assert.Equal(expected, Linked([.. crowd.OrderBy(_ => random.Next())], decisions, 0, 1));
    }

    [Theory]
    [InlineData(0, 64)]
    [InlineData(39, 64)]
    [InlineData(80, 64)]
    [InlineData(81, 64)]
    [InlineData(5_000, 64)]
    [InlineData(5_000, 8)] // hashes of eight bits: many are equal, and their keys decide
    [InlineData(5_000, -1)] // all high: the bound that spares sorting says nothing
    public void Activation_draws_the_records_of_the_lowest_hashes(int records, int bits)
    {
        var random = new System.Random(records + bits);
        ulong[] hashes = [.. Enumerable.Range(0, records).Select(_ => bits < 0 ? ~(ulong)random.Next(1 << 20) : (ulong)random.NextInt64() << 1 >> (64 - bits) << (64 - bits))];
        int[] names = [.. Enumerable.Range(0, records).OrderBy(_ => random.Next())];
        MatchKey Key(int record) => new("civil", $"{names[record]:D5}", "");

        var expected = Enumerable.Range(0, records).OrderBy(i => hashes[i]).ThenBy(Key).Take(40);

        Assert.Equal(expected, LowestHashes.Draw(40, hashes, Key));
    }

    [Fact]
    public void A_link_in_bulk_stops_when_told_to()
    {
        using var stop = new CancellationTokenSource();
        var crowd = People.Crowd(2029, 2_300).Select(c => c.Record).ToList();

        Assert.ThrowsAny<OperationCanceledException>(() => Linker.Link(MatchModel.French, crowd, threads: 1, progress: new Stopping(stop), cancellationToken: stop.Token));
    }

    /// <summary>Stops what it is told the progress of.</summary>
    private sealed class Stopping(CancellationTokenSource stop) : IProgress<int>
    {
        public void Report(int value) => stop.Cancel();
    }

    [Fact]
    public void Updates_removals_and_withdrawn_decisions_leave_no_trace() =>
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            var random = new System.Random(seed);
            var final = People.Crowd(seed, 50).Select(c => c.Record).ToList();
            var noise = People.Crowd(seed + 1, 30).Select(c => c.Record).ToList();
            var decisions = Decisions(seed, final);
            using var index = new MatchIndex(MatchModel.French, 2);
            var history = new History(index);
            foreach (var step in Steps(random, final, noise, decisions).Chunk(random.Next(1, 9)))
            {
                history.Play(step, random.Next(4) == 0);
            }

            Assert.Equal(Linked(final, decisions, 1000, 1), history.Picture());
            Assert.Equal(final.Count, index.Count);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(30));

    private static string Linked(List<MatchRecord> records, List<PairDecision> decisions, int pageSize, int threads) =>
        Picture.Of(Linker.Link(MatchModel.French, records, decisions, pageSize, threads), records.Select((r, i) => (r, i)).ToDictionary(p => p.i, p => p.r.Key));

    private static List<PairDecision> Decisions(int seed, List<MatchRecord> crowd)
    {
        var random = new System.Random(seed ^ 77);
        return [.. Enumerable.Range(1, 6).Select(i => new PairDecision(i, crowd[random.Next(crowd.Count)].Key, crowd[random.Next(crowd.Count)].Key, random.Next(2) == 0)).Where(d => d.A != d.B)];
    }

    /// <summary>Part i first holds another record, noise comes and goes, decisions are taken, withdrawn and taken again.</summary>
    private static List<Action<MatchOverlay, History>> Steps(System.Random random, List<MatchRecord> final, List<MatchRecord> noise, List<PairDecision> decisions)
    {
        var steps = new List<Action<MatchOverlay, History>>();
        for (var i = 0; i < final.Count; i++)
        {
            var (part, record, early) = (i, final[i], noise[i % noise.Count] with { Key = final[i].Key });
            steps.Insert(random.Next(steps.Count + 1), (o, h) => h.Put(o, part, early));
            steps.Add((o, h) => h.Put(o, part, record));
        }

        for (var i = 0; i < noise.Count; i++)
        {
            var (part, record) = (1000 + i, noise[i] with { Key = noise[i].Key with { Part = "noise" } });
            steps.Insert(random.Next(steps.Count / 2), (o, h) => h.Put(o, part, record));
            steps.Insert(random.Next(steps.Count / 2, steps.Count), (o, h) => h.Remove(o, part));
        }

        foreach (var decision in decisions)
        {
            var at = random.Next(steps.Count);
            steps.Insert(at, (o, _) => o.Decide(decision));
            steps.Insert(random.Next(at + 1, steps.Count), (o, _) => o.Withdraw(decision.Id));
            steps.Add((o, _) => o.Decide(decision));
        }

        // Taken back for good, of records that may never have met.
        for (var i = 0; i < 6; i++)
        {
            var (id, a, b, same) = (100 + i, final[random.Next(final.Count)].Key, final[random.Next(final.Count)].Key, random.Next(2) == 0);
            if (a != b)
            {
                var at = random.Next(steps.Count);
                steps.Insert(at, (o, _) => o.Decide(new PairDecision(id, a, b, same)));
                steps.Insert(random.Next(at + 1, steps.Count + 1), (o, _) => o.Withdraw(id));
            }
        }

        return [.. steps, (o, h) => noise.Select((_, i) => 1000 + i).ToList().ForEach(p => h.Remove(o, p))];
    }
}
