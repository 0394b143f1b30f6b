using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using IntegrationHub.Mdm.Matching;
using IntegrationHub.Mdm.Matching.Training;
using IntegrationHub.Mdm.Matching.Blocking;
using IntegrationHub.Mdm.Matching.Indexing;

namespace IntegrationHub.Tests.Benchmarks.Accuracy;

/// <summary>Full comparison vectors a second on one core: each record of a generated town against all its candidates.</summary>
internal static class PairRate
{
    public static Command Command()
    {
        var records = new Option<int>("--records") { DefaultValueFactory = _ => 100_000, Description = "Records of the generated town" };
        var seed = new Option<ulong>("--seed") { DefaultValueFactory = _ => 1, Description = "Seed of the town" };
        var rounds = new Option<int>("--rounds") { DefaultValueFactory = _ => 5, Description = "Best of so many" };
        var command = new Command("pair-rate", "Scored pairs a second and core, full comparison vectors, candidates given") { records, seed, rounds };
        command.SetAction(parsed => Measure(TownData.Generate(parsed.GetValue(seed), parsed.GetValue(records)), parsed.GetValue(rounds)));
        return command;
    }

    private static void Measure(DataSet data, int rounds)
    {
        var model = MatchModel.French;
        data = data with { Records = TemplateRecords.For(model, data.Records) };
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

        var pairs = candidates.Sum(c => (long)c.Length);
        var (best, above) = (double.MaxValue, 0L);
        var patterns = new HashSet<ulong>();
        for (var round = 0; round < rounds; round++)
        {
            var from = Environment.CpuUsage.TotalTime;
            above = 0;
            for (var slot = 0; slot < candidates.Count; slot++)
            {
                var row = index.Slots.Row(slot).Span;
                var others = candidates[slot];
                for (var i = 0; i < others.Length; i++)
                {
                    if (i + 6 < others.Length)
                    {
                        index.Slots.Expect(others[i + 6]);
                    }

                    if (i + 3 < others.Length)
                    {
                        index.Slots.ExpectValues(others[i + 3], index.Vocabulary);
                    }

                    var score = model.Scorer.Compare(row, index.Slots.Row(others[i]).Span, index.Vocabulary);
                    above += score.Weight >= model.ReviewThreshold ? 1 : 0;
                    if (round == 0)
                    {
                        patterns.Add(score.Pattern);
                    }
                }
            }

            best = Math.Min(best, (Environment.CpuUsage.TotalTime - from).TotalSeconds);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{data.Name}: {pairs} pairs ({(double)pairs / data.Records.Count:F1} a record), {above} at or above review, {patterns.Count} distinct patterns; {pairs / best / 1e6:F2} million pairs/s and core ({best * 1e9 / pairs:F0} ns a pair), best of {rounds}"));
    }
}
