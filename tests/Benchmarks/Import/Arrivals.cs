using System.Diagnostics;
using System.Text.Json;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Mdm.Registry.Absorbing;

namespace IntegrationHub.Tests.Benchmarks.Import;

/// <summary>Single records arriving one by one at a full registry: from accepted to committed and readable in the change log.</summary>
internal static class Arrivals
{
    public static async Task MeasureAsync(ImportedHub hub, int count, ulong seed, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("hub-arrivals-");
        try
        {
            var mapping = FlatTown.Mapping();
            var times = new List<double>(count);
            var lines = File.ReadLines(FlatTown.Write(folder, count, seed)).GetEnumerator();
            lines.MoveNext();
            var columns = lines.Current.Split(';');
            for (var number = 0; lines.MoveNext(); number++)
            {
                var body = JsonSerializer.SerializeToUtf8Bytes(columns.Zip(lines.Current.Split(';')).ToDictionary(pair => pair.First, pair => pair.Second));
                var record = new SourceRecord { Key = FormattableString.Invariant($"arrival-{number}"), Version = new RecordVersion(1), Body = body };
                var started = Stopwatch.GetTimestamp();
                var mapped = mapping.Map("arrivals", record, TimeProvider.System.GetUtcNow());
                var absorbed = await hub.Writer.DoAsync(
                    (registry, token) => registry.AbsorbAsync(new RegistryPage { Connection = "arrivals", Records = [new Arrival(mapped, body)] }, token), cancellationToken);
                var visible = await hub.Stores.Reader.ReadChangesAsync(absorbed.Changes[^1].Sequence - 1, 1, cancellationToken);
                times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
                if (visible.Count != 1)
                {
                    throw new InvalidOperationException("a committed change is not in the log");
                }
            }

            Print(times);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Print(List<double> times)
    {
        times.Sort();
        double At(double share) => times[Math.Min(times.Count - 1, (int)(times.Count * share))];
        Console.WriteLine(FormattableString.Invariant(
            $"arrival ms p50 {At(0.5):F2} p90 {At(0.9):F2} p99 {At(0.99):F2} p99.9 {At(0.999):F2} max {times[^1]:F2} (bar p99 25)"));
        foreach (var bucket in times.GroupBy(time => Math.Pow(2, Math.Ceiling(Math.Log2(Math.Max(time, 0.25))))).OrderBy(group => group.Key))
        {
            var share = (double)bucket.Count() / times.Count;
            Console.WriteLine(FormattableString.Invariant($"  <= {bucket.Key,7:F2} ms {bucket.Count(),6} {new string('#', (int)Math.Ceiling(share * 50))}"));
        }
    }
}
