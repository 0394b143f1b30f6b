using System.CommandLine;
using System.Diagnostics;
using IntegrationHub.Mdm.Matching;
using IntegrationHub.Mdm.Matching.Training;

namespace IntegrationHub.Tests.Benchmarks.Accuracy;

/// <summary>The index alone: pages into it, memory it holds, and one record at a time into the full index.</summary>
internal static class MatchSpeed
{
    public static Command Command()
    {
        var records = new Option<int>("--records") { DefaultValueFactory = _ => 1_000_000, Description = "Records of the generated town" };
        var seed = new Option<ulong>("--seed") { DefaultValueFactory = _ => 1, Description = "Seed of the town" };
        var page = new Option<int>("--page") { DefaultValueFactory = _ => 2_000, Description = "Records a page" };
        var command = new Command("match-speed", "Throughput, memory and single-record latency of the match index") { records, seed, page };
        command.SetAction(parsed => Measure(TownData.Generate(parsed.GetValue(seed), parsed.GetValue(records)), parsed.GetValue(page)));
        return command;
    }

    private static void Measure(DataSet data, int pageSize)
    {
        data = data with { Records = TemplateRecords.For(MatchModel.French, data.Records) };
        var singles = Math.Min(2000, data.Records.Count / 10);
        var bulk = data.Records.Count - singles;
        using var index = new MatchIndex(MatchModel.French);
        var partition = new Partition();
        var before = GC.GetTotalMemory(true);
        var watch = Stopwatch.StartNew();
        var matching = TimeSpan.Zero;
        var processor = TimeSpan.Zero;
        for (var start = 0; start < bulk; start += pageSize)
        {
            var from = watch.Elapsed;
            var spent = Environment.CpuUsage.TotalTime;
            using var overlay = index.Begin();
            for (var i = start; i < Math.Min(bulk, start + pageSize); i++)
            {
                overlay.Put(i, data.Records[i]);
            }

            var resolution = overlay.Resolve(CancellationToken.None);
            overlay.Fold();
            matching += watch.Elapsed - from;
            processor += Environment.CpuUsage.TotalTime - spent;
            partition.Apply(resolution, []);
        }

        Console.WriteLine($"{data.Name}: {bulk / matching.TotalSeconds:F0} records/s in pages of {pageSize} ({matching.TotalSeconds:F1} s, {processor.TotalMicroseconds / bulk:F0} µs of processor a record)");
        var latencies = new List<double>();
        for (var i = bulk; i < data.Records.Count; i++)
        {
            var from = watch.Elapsed;
            using var overlay = index.Begin();
            overlay.Put(i, data.Records[i]);
            var resolution = overlay.Resolve(CancellationToken.None);
            overlay.Fold();
            latencies.Add((watch.Elapsed - from).TotalMilliseconds);
            partition.Apply(resolution, []);
        }

        latencies.Sort();
        Console.WriteLine($"  one at a time: median {latencies[singles / 2]:F2} ms, p99 {latencies[singles * 99 / 100]:F2} ms, worst {latencies[^1]:F2} ms");
        Queries(index, data, singles);
        var automatic = ClusterMetrics.Measure(partition.Clusters, data.Truth);
        var reviewed = ClusterMetrics.MeasureReviewed(partition.Clusters, partition.Doubts, data.Truth);
        Console.WriteLine($"  automatic precision {automatic.Pairwise.Precision:F5} recall {automatic.Pairwise.Recall:F5}; reviewed recall {reviewed.Pairwise.Recall:F5}; queue {(double)partition.Doubts.Count() / data.Records.Count:P2}; {partition.Pairs.Count} pairs");
        partition = null;
        Console.WriteLine($"  index {(GC.GetTotalMemory(true) - before) / 1048576.0:F0} MiB beyond the records themselves");
        GC.KeepAlive(index);
        GC.KeepAlive(data);
    }

    /// <summary>A record looked up and not kept, as a search before a creation does: time, and bytes allocated.</summary>
    private static void Queries(MatchIndex index, DataSet data, int count)
    {
        var latencies = new List<double>();
        var allocated = 0L;
        for (var i = 0; i < count; i++)
        {
            var probe = data.Records[(int)((long)i * data.Records.Count / count)];
            var (from, bytes) = (Stopwatch.GetTimestamp(), GC.GetAllocatedBytesForCurrentThread());
            index.Query(probe, 20);
            latencies.Add(Stopwatch.GetElapsedTime(from).TotalMilliseconds);
            allocated += GC.GetAllocatedBytesForCurrentThread() - bytes;
        }

        latencies.Sort();
        Console.WriteLine($"  queries: median {latencies[count / 2]:F3} ms, p99 {latencies[count * 99 / 100]:F3} ms, worst {latencies[^1]:F2} ms; {allocated / count} bytes allocated each");
    }
}
