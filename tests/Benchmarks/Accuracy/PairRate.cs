using System.CommandLine;
using System.Globalization;
using IntegrationHub.Mdm.Matching;
using IntegrationHub.Mdm.Matching.Training;
using IntegrationHub.Mdm.Matching.Blocking;
using IntegrationHub.Mdm.Matching.Comparing;
using IntegrationHub.Mdm.Matching.Indexing;
using IntegrationHub.Mdm.Matching.Values;

namespace IntegrationHub.Tests.Benchmarks.Accuracy;

/// <summary>Full comparison vectors a second on one core: each record of a generated town against all its candidates.</summary>
internal static class PairRate
{
    public static Command Command()
    {
        var records = new Option<int>("--records") { DefaultValueFactory = _ => 100_000, Description = "Records of the generated town" };
        var seed = new Option<ulong>("--seed") { DefaultValueFactory = _ => 1, Description = "Seed of the town" };
        var rounds = new Option<int>("--rounds") { DefaultValueFactory = _ => 5, Description = "Best of so many" };
        var activated = new Option<bool>("--activated") { Description = "The shipped model activated on the town, not as it is: keys are made finer, pairs fewer" };
        var command = new Command("pair-rate", "Scored pairs a second and core, full comparison vectors, candidates given") { records, seed, rounds, activated };
        command.SetAction(parsed => Measure(TownData.Generate(parsed.GetValue(seed), parsed.GetValue(records)), parsed.GetValue(rounds), parsed.GetValue(activated)));
        return command;
    }

    private static void Measure(DataSet data, int rounds, bool activated)
    {
        data = data with { Records = TemplateRecords.For(MatchModel.French, data.Records) };
        var model = activated ? MatchModel.French.ActivateOn(data.Records) : MatchModel.French;
        using var index = new MatchIndex(model, 1);
        index.Load(data.Records.Select((r, i) => (i, r)), [], []);
        Span<ulong> keys = stackalloc ulong[KeyMaker.Most];
        var scratch = new Scratch();
        var candidates = new List<int[]>();
        for (var slot = 0; slot < index.Slots.End; slot++)
        {
            scratch.Start(index.Slots.End);
            foreach (var key in keys[..model.Keys.Write(index.Slots.Row(slot).Span, index.Vocabulary, keys)])
            {
                foreach (var other in index.Postings.Of(key))
                {
                    if (other < slot)
                    {
                        scratch.Add(other, other);
                    }
                }
            }

            candidates.Add([.. scratch.Candidates]);
        }

        var others = candidates.SelectMany(c => c).ToArray();
        var pairs = others.Length;
        var patterns = new HashSet<ulong>();
        var above = 0L;
        var full = Best(rounds, () => Stream(index, candidates, others, (row, other) =>
        {
            var score = model.Scorer.Compare(row, other, index.Vocabulary);
            above += score.Weight >= model.ReviewThreshold ? 1 : 0;
        }));
        var empty = Best(rounds, () => Stream(index, candidates, others, (row, other) => above += row[^1] & other[^1] & 0));
        var early = Best(rounds, () => Stream(index, candidates, others, (row, other) => model.Scorer.Reaches(model.Settings.Review, row, other, index.Vocabulary, out _)));
        Stream(index, candidates, others, (row, other) => patterns.Add(model.Scorer.Compare(row, other, index.Vocabulary).Pattern));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{data.Name}: {pairs} pairs ({(double)pairs / data.Records.Count:F1} a record), {above / rounds} at or above review, {patterns.Count} distinct patterns; best of {rounds}"));
        Say("full comparison vectors", full, pairs);
        var (yardstick, pace) = Yardstick(index.Vocabulary[Domain.Surname], rounds);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"    as many as {pairs / full / pace:F2} textbook Jaro-Winkler comparisons of the town's surnames, of which this core makes {pace / 1e6:F1} million a second now"));
        above += yardstick & 0;
        Say("given up when review is out of reach", early, pairs);
        Say("nothing but fetching both records", empty, pairs);
        foreach (var comparator in Comparators.All.Where(c => model.Settings.Comparisons.Any(s => s.Comparator == c)))
        {
            var (spoke, levels) = (0, 0L);
            var alone = Best(rounds, () => Stream(index, candidates, others, (row, other) =>
            {
                if ((Row.PresenceOf(row) & comparator.Reads) != 0 && (Row.PresenceOf(other) & comparator.Reads) != 0)
                {
                    var pair = new Pair(row, other, index.Vocabulary);
                    levels += comparator.Compare(ref pair, out _);
                    spoke++;
                }
            }));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"    {comparator.Name} beyond that: {Math.Max(0, (alone - empty) * 1e9 / pairs):F0} ns a pair, {100.0 * spoke / rounds / pairs:F0} % of which it says something of"));
        }
    }

    /// <summary>Surnames that a core of this hour compares a second as textbooks do: full vectors of another hour, or of another machine, are read against it.</summary>
    private static (int Hits, double Pace) Yardstick(ValueTable surnames, int rounds)
    {
        const int Probes = 20;
        var hits = 0;
        var seconds = Best(rounds, () =>
        {
            for (var probe = 0; probe < Math.Min(Probes, surnames.Count); probe++)
            {
                for (var other = 0; other < surnames.Count; other++)
                {
                    hits += PlainJaroWinkler.Similarity(surnames.Text(probe), surnames.Text(other)) >= 930 ? 1 : 0;
                }
            }
        });
        return (hits, (double)Math.Min(Probes, surnames.Count) * surnames.Count / seconds);
    }

    private static void Say(string what, double seconds, long pairs) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"  {what}: {pairs / seconds / 1e6:F2} million pairs/s and core ({seconds * 1e9 / pairs:F0} ns a pair)"));

    private static double Best(int rounds, Action action)
    {
        var best = double.MaxValue;
        for (var round = 0; round < rounds; round++)
        {
            var from = Environment.CpuUsage.TotalTime;
            action();
            best = Math.Min(best, (Environment.CpuUsage.TotalTime - from).TotalSeconds);
        }

        return best;
    }

    private delegate void Scoring(ReadOnlySpan<int> row, ReadOnlySpan<int> other);

    private static void Stream(MatchIndex index, List<int[]> candidates, int[] others, Scoring score)
    {
        var at = 0;
        for (var slot = 0; slot < candidates.Count; slot++)
        {
            var row = index.Slots.Row(slot).Span;
            for (var end = at + candidates[slot].Length; at < end; at++)
            {
                if (at + 12 < others.Length)
                {
                    index.Slots.Expect(others[at + 12]);
                    index.Slots.ExpectValues(others[at + 6], index.Vocabulary);
                }

                score(row, index.Slots.Row(others[at]).Span);
            }
        }
    }
}
