using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using IntegrationHub.Mdm.Matching;

namespace IntegrationHub.Tests.Benchmarks.Accuracy;

/// <summary>How the cost of a town grows with its size, a model activated at each, drawn against n log n; and what an index of it holds.</summary>
internal static class GrowthCommand
{
    private const int Width = 60;

    public static Command Command()
    {
        var sizes = new Option<int[]>("--records") { DefaultValueFactory = _ => [100_000, 300_000, 1_000_000], Description = "Sizes, from the smallest; up to 10 000 000", AllowMultipleArgumentsPerToken = true };
        var seed = new Option<ulong>("--seed") { DefaultValueFactory = _ => 71, Description = "Seed of the towns" };
        var index = new Option<bool>("--index-only") { Description = "Fill the index and weigh it, link nothing: its cost is told with that of making the town" };
        var command = new Command("growth", "Cost of linking and memory of the index from 100 000 to 10 000 000 records, a model activated at each size") { sizes, seed, index };
        command.SetAction(parsed => Measure(parsed.GetValue(sizes)!, parsed.GetValue(seed), parsed.GetValue(index)));
        return command;
    }

    private static void Measure(int[] sizes, ulong seed, bool indexOnly)
    {
        // The first town of a process also pays for compiling what links it: a cost that does not grow would make the rest look flat.
        for (var warm = 0; !indexOnly && warm < 2; warm++)
        {
            Linked(seed, sizes[0]);
        }

        var costs = new List<(int Records, double Activate, double Link, double Memory)>();
        foreach (var size in sizes)
        {
            costs.Add(Measure(seed, size, indexOnly));
            var (records, activate, link, memory) = costs[^1];
            Say($"{records,10} records: activation {activate,7:F1} µs of processor a record, {(indexOnly ? "index" : "link")} {link,7:F1}; index {memory / 1048576,6:F0} MiB, {memory / records:F0} bytes a record");
        }

        Draw("µs of processor a record, activation and the rest; | where n log n from the smallest size would stand", costs, c => c.Activate + c.Link, c => Math.Log(c.Records) / Math.Log(sizes[0]));
        Draw("bytes of index a record; | as at the smallest size", costs, c => c.Memory / c.Records, _ => 1);
    }

    /// <summary>The town is made twice and its records let go: what is weighed is an index alone, the keys of its records with it.</summary>
    private static (int, double, double, double) Measure(ulong seed, int size, bool indexOnly)
    {
        var (model, activation, link) = indexOnly ? (MatchModel.French, TimeSpan.Zero, TimeSpan.Zero) : Linked(seed, size);
        var before = GC.GetTotalMemory(true);
        var from = Environment.CpuUsage.TotalTime;
        using var index = new MatchIndex(model);
        index.Load(TownData.Stream(MatchModel.French, seed, size).Select((r, i) => (i, r)), [], []);
        var loading = Environment.CpuUsage.TotalTime - from;
        var memory = GC.GetTotalMemory(true) - before;
        return (size, activation.TotalMicroseconds / size, (indexOnly ? loading : link).TotalMicroseconds / size, memory);
    }

    private static (MatchModel Model, TimeSpan Activation, TimeSpan Link) Linked(ulong seed, int size)
    {
        var records = InternedRecords.Of(MatchModel.French, TownData.Stream(MatchModel.French, seed, size));
        var from = Environment.CpuUsage.TotalTime;
        var model = MatchModel.French.ActivateOn(records);
        var activated = Environment.CpuUsage.TotalTime;
        Linker.Link(model, records);
        return (model, activated - from, Environment.CpuUsage.TotalTime - activated);
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
