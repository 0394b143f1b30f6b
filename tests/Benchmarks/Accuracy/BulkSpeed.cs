using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using IntegrationHub.Mdm.Matching;
using IntegrationHub.Mdm.Matching.Training;

namespace IntegrationHub.Tests.Benchmarks.Accuracy;

/// <summary>A town linked as a whole: activation, then every pair and every cluster, with processor time of each.</summary>
internal static class BulkSpeed
{
    public static Command Command()
    {
        var records = new Option<int[]>("--records") { DefaultValueFactory = _ => [1_000_000], Description = "Records of the generated towns", AllowMultipleArgumentsPerToken = true };
        var seed = new Option<ulong>("--seed") { DefaultValueFactory = _ => 71, Description = "Seed of the towns" };
        var threads = new Option<int>("--threads") { Description = "0 for all cores" };
        var shipped = new Option<bool>("--shipped") { Description = "The shipped model as it is, not activated on the town" };
        var cap = new Option<int>("--cap") { DefaultValueFactory = _ => MatchModel.French.Settings.KeyCap, Description = "Records a blocking key may hold before it is made finer" };
        var command = new Command("link", "A generated town linked in bulk, with a model activated on it: time, processor time, memory, accuracy") { records, seed, threads, shipped, cap };
        command.SetAction(parsed =>
        {
            foreach (var size in parsed.GetValue(records)!)
            {
                Measure(TownData.Generate(parsed.GetValue(seed), size), parsed.GetValue(threads), parsed.GetValue(shipped), parsed.GetValue(cap));
            }
        });
        return command;
    }

    private static void Measure(DataSet data, int threads, bool shipped, int cap)
    {
        var start = new MatchModel(MatchModel.French.Settings with { KeyCap = cap });
        data = data with { Records = TemplateRecords.For(MatchModel.French, data.Records) };
        var before = GC.GetTotalMemory(true);
        var model = Timed("activate", () => shipped ? start : start.ActivateOn(data.Records));
        var partition = Timed("link", () => Linker.Link(model, data.Records, threads: threads));
        Say($"  {(GC.GetTotalMemory(true) - before) / 1048576.0:F0} MiB kept beyond the records; peak of the process {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MiB");
        var automatic = ClusterMetrics.Measure(partition.Clusters, data.Truth);
        var reviewed = ClusterMetrics.MeasureReviewed(partition.Clusters, partition.Doubts, data.Truth);
        Say($"  {data.Name}: precision {automatic.Pairwise.Precision:F5} recall {automatic.Pairwise.Recall:F5}; reviewed recall {reviewed.Pairwise.Recall:F5}; queue {100.0 * partition.Doubts.Count() / data.Records.Count:F2} %; {partition.Pairs.Count} pairs");

        T Timed<T>(string name, Func<T> action)
        {
            var (watch, processor) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
            var result = action();
            var spent = Environment.CpuUsage.TotalTime - processor;
            Say($"{data.Name}: {name} {watch.Elapsed.TotalSeconds:F2} s, {spent.TotalSeconds:F2} s of processor, {spent.TotalMicroseconds / data.Records.Count:F1} µs a record");
            return result;
        }
    }

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
