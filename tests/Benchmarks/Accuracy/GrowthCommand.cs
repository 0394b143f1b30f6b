using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using IntegrationHub.Mdm.Matching;
using IntegrationHub.Mdm.Matching.Training;

namespace IntegrationHub.Tests.Benchmarks.Accuracy;

/// <summary>How the cost of a town grows with its size, a model activated at each, drawn against n log n; and what an index of it holds.</summary>
internal static class GrowthCommand
{
    private const int Width = 60;

    public static Command Command()
    {
        var sizes = new Option<int[]>("--records") { DefaultValueFactory = _ => [100_000, 300_000, 1_000_000], Description = "Sizes, from the smallest; up to 10 000 000", AllowMultipleArgumentsPerToken = true };
        var seed = new Option<ulong>("--seed") { DefaultValueFactory = _ => 71, Description = "Seed of the towns" };
        var index = new Option<bool>("--index-only") { Description = "Fill the index and weigh it, link nothing" };
        var command = new Command("growth", "Cost of linking and memory of the index from 100 000 to 10 000 000 records, a model activated at each size") { sizes, seed, index };
        command.SetAction(parsed => Measure(parsed.GetValue(sizes)!, parsed.GetValue(seed), parsed.GetValue(index)));
        return command;
    }

    private static void Measure(int[] sizes, ulong seed, bool indexOnly)
    {
        var costs = new List<(int Records, double Activate, double Link, double Memory)>();
        foreach (var size in sizes)
        {
            costs.Add(Measure(TownData.Generate(seed, size), indexOnly));
            var (records, activate, link, memory) = costs[^1];
            Say($"{records,10} records: activation {activate,7:F1} µs of processor a record, {(indexOnly ? "index" : "link")} {link,7:F1}; index {memory / 1048576,6:F0} MiB, {memory / records:F0} bytes a record");
        }

        Draw("µs of processor a record, activation and the rest; | where n log n from the smallest size would stand", costs, c => c.Activate + c.Link, c => Math.Log(c.Records) / Math.Log(sizes[0]));
        Draw("bytes of index a record; | as at the smallest size", costs, c => c.Memory / c.Records, _ => 1);
    }

    private static (int, double, double, double) Measure(DataSet data, bool indexOnly)
    {
        // The records stay the town's own: what is weighed is what the index adds to them.
        var records = TemplateRecords.For(MatchModel.French, data.Records);
        var from = Environment.CpuUsage.TotalTime;
        var model = MatchModel.French.ActivateOn(records);
        var activated = Environment.CpuUsage.TotalTime;
        if (!indexOnly)
        {
            Linker.Link(model, records);
        }

        var linked = Environment.CpuUsage.TotalTime;
        var before = GC.GetTotalMemory(true);
        using var index = new MatchIndex(model);
        index.Load(records.Select((r, i) => (i, r)), [], []);
        var loaded = Environment.CpuUsage.TotalTime;
        var memory = GC.GetTotalMemory(true) - before;
        GC.KeepAlive(records);
        return (records.Count, (activated - from).TotalMicroseconds / records.Count, (indexOnly ? loaded - linked : linked - activated).TotalMicroseconds / records.Count, memory);
    }

    private static void Draw(string title, List<(int Records, double Activate, double Link, double Memory)> costs, Func<(int Records, double Activate, double Link, double Memory), double> value, Func<(int Records, double, double, double), double> expected)
    {
        Say($"{title}");
        var most = costs.Max(value) * 1.2;
        foreach (var cost in costs)
        {
            var bar = new string('#', (int)(Width * value(cost) / most)).PadRight(Width).ToCharArray();
            bar[Math.Min(Width - 1, (int)(Width * value(costs[0]) * expected(cost) / most))] = '|';
            Say($"{cost.Records,10} {new string(bar)} {value(cost):F1}");
        }
    }

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
