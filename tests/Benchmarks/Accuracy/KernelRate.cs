using System.CommandLine;
using System.Globalization;
using System.Text;
using IntegrationHub.Mdm.Matching;
using IntegrationHub.Mdm.Matching.Text;
using IntegrationHub.Mdm.Matching.Training;
using IntegrationHub.Mdm.Matching.Values;

namespace IntegrationHub.Tests.Benchmarks.Accuracy;

/// <summary>Comparisons of surnames a second on one core, by each form of the similarity.</summary>
internal static class KernelRate
{
    public static Command Command()
    {
        var records = new Option<int>("--records") { DefaultValueFactory = _ => 50_000, Description = "Records of the generated town whose surnames are compared" };
        var probes = new Option<int>("--probes") { DefaultValueFactory = _ => 100, Description = "Surnames each compared with all" };
        var least = new Option<int>("--similarity") { DefaultValueFactory = _ => 930, Description = "Thousandths that count as near, for the forms with a bound" };
        var command = new Command("kernels", "Jaro–Winkler and edit distances of surnames: million comparisons a second and core, best of five") { records, probes, least };
        command.SetAction(parsed => Measure(Surnames(parsed.GetValue(records)), parsed.GetValue(probes), parsed.GetValue(least)));
        return command;
    }

    private static byte[][] Surnames(int records)
    {
        var position = TrainingTemplate.Fields.ToList().IndexOf("birthName");
        var folded = new byte[Fold.MaxLength];
        return [.. TownData.Generate(1, records).Records.SelectMany(r => r.Values[position]).Distinct(StringComparer.Ordinal)
            .Select(name => folded[..Fold.Write(name, folded)]).DistinctBy(Encoding.UTF8.GetString).Where(name => name.Length > 0)];
    }

    private static void Measure(byte[][] names, int probes, int least)
    {
        var facts = Array.ConvertAll(names, n => ValueFacts.Of(Domain.City, n, 0, 0));
        var table = new NameTable(names);
        var found = new List<(int, int)>();
        Console.WriteLine($"{names.Length} distinct surnames, {probes} of them against all");
        Say("Jaro-Winkler, textbook", probe => Count(names, other => PlainJaroWinkler.Similarity(names[probe], other) >= least));
        Say("Jaro-Winkler, bit-parallel", probe => Count(names, other => JaroWinkler.Similarity(names[probe], other) >= least));
        Say("Jaro-Winkler, letter-set bound first", probe =>
        {
            var hits = 0;
            for (var i = 0; i < names.Length; i++)
            {
                hits += JaroWinkler.MayReach(least, facts[probe], facts[i]) && JaroWinkler.Similarity(names[probe], names[i]) >= least ? 1 : 0;
            }

            return hits;
        });
        Say("Jaro-Winkler, one against many side by side", probe =>
        {
            found.Clear();
            table.Near(names[probe], least, found);
            return found.Count;
        });
        Say("Damerau (OSA), bit-parallel", probe => Count(names, other => Damerau.Distance(names[probe], other) <= 2));

        void Say(string form, Func<int, int> run)
        {
            var (best, hits) = (double.MaxValue, 0);
            for (var round = 0; round < 5; round++)
            {
                var from = Environment.CpuUsage.TotalTime;
                hits = 0;
                for (var probe = 0; probe < probes; probe++)
                {
                    hits += run(probe * (names.Length / probes));
                }

                best = Math.Min(best, (Environment.CpuUsage.TotalTime - from).TotalSeconds);
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {form,-45} {(double)probes * names.Length / best / 1e6,8:F1} million/s and core ({hits} near)"));
        }
    }

    private static int Count(byte[][] names, Func<byte[], bool> near)
    {
        var hits = 0;
        foreach (var name in names)
        {
            hits += near(name) ? 1 : 0;
        }

        return hits;
    }
}
