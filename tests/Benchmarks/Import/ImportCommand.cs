using System.CommandLine;
using System.Diagnostics;
using IntegrationHub.Connectors.Files.Settings;
using IntegrationHub.Mdm.Storage.Providers.Sqlite;
using IntegrationHub.Tests.Benchmarks.Yardsticks;

namespace IntegrationHub.Tests.Benchmarks.Import;

/// <summary>Imports a generated town into SQLite, the whole way, and holds it against the yardsticks in the same run.</summary>
internal static class ImportCommand
{

    // Where primary-key order is not the order in which rows were committed.
    private static readonly Dictionary<string, string> CommitOrder = new(StringComparer.Ordinal)
    {
        ["goldens"] = "ORDER BY t.row",
        ["golden_names"] = "JOIN goldens g ON g.golden = t.golden ORDER BY g.row",
        ["golden_keys"] = "JOIN goldens g ON g.golden = t.golden ORDER BY g.row",
    };

    public static Command Command()
    {
        var records = new Option<int>("--records") { DefaultValueFactory = _ => 1_000_000, Description = "records in the town" };
        var seed = new Option<ulong>("--seed") { DefaultValueFactory = _ => 1, Description = "which town" };
        var arrivals = new Option<int>("--arrivals") { DefaultValueFactory = _ => 2000, Description = "single records to send afterwards, for the latency" };
        var page = new Option<int>("--page") { DefaultValueFactory = _ => new CsvSettings { Path = "" }.PageSize, Description = "records a transaction, in the import and in both yardsticks" };
        var command = new Command("import", "import a generated town into SQLite, against both yardsticks; then single arrivals") { records, seed, arrivals, page };
        command.SetAction((result, token) => RunAsync(result.GetValue(records), result.GetValue(page), result.GetValue(seed), result.GetValue(arrivals), token));
        return command;
    }

    private static async Task RunAsync(int records, int pageRecords, ulong seed, int arrivals, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("hub-import-");
        try
        {
            var file = FlatTown.Write(folder, records, seed);
            var pace = new Pace(pageRecords);
            string database;
            await using (var hub = await ImportedHub.OpenAsync(folder, cancellationToken))
            {
                database = hub.Database;
                var (cpu, allocated, paused) = (Processor(), GC.GetTotalAllocatedBytes(), GC.GetTotalPauseDuration());
                var watch = Stopwatch.StartNew();
                var last = TimeSpan.Zero;
                var end = await hub.ImportAsync(
                    file,
                    pageRecords,
                    _ =>
                    {
                        pace.Add(watch.Elapsed - last);
                        last = watch.Elapsed;
                    },
                    cancellationToken);
                Print($"import {end.Row.State} read {end.Row.Read} created {end.Row.Created} quarantined {end.Row.Quarantined} {end.Row.FailureCode}");
                Print($"import seconds {pace.Total.TotalSeconds:F1}");
                Print($"import processor seconds {(Processor() - cpu).TotalSeconds:F1}");
                Print($"import bytes allocated a record {(GC.GetTotalAllocatedBytes() - allocated) / records}");
                Print($"collections {GC.CollectionCount(0)}, of them of the older too {GC.CollectionCount(1)}, full {GC.CollectionCount(2)}; seconds stopped by them {(GC.GetTotalPauseDuration() - paused).TotalSeconds:F1}");
                Print($"import records/s {pace.Rate:F0}");
                Print($"import last/first {pace.LastOverFirst:F3}");
                var counts = await hub.Stores.Reader.CountAsync(cancellationToken);
                Print($"golden records {counts.Goldens} review tasks {counts.OpenReviews} ({(double)counts.OpenReviews / records:P2}) changes {counts.Changes}");
                Print($"peak memory MiB {PeakMemoryMiB()}");
                if (arrivals > 0)
                {
                    await Arrivals.MeasureAsync(hub, arrivals, seed + 1, cancellationToken);
                }
            }

            Print($"database MiB {new FileInfo(database).Length >> 20}");
            var replay = ReplayYardstick.Run(database, SqlitePragmas.NewFile + SqlitePragmas.Writer + "PRAGMA wal_autocheckpoint=8192", records, pageRecords, CommitOrder);
            Print($"replay yardstick records/s {replay.Rate:F0}");
            Print($"replay yardstick last/first {replay.LastOverFirst:F3}");
            var blob = BlobYardstick.Run(records, pageRecords);
            Print($"blob yardstick records/s {blob:F0}");
            Print($"import / replay {pace.Rate / replay.Rate:F3} (bar 0.250)");
            Print($"import / blob {pace.Rate / blob:F3} (bar 0.080)");
            Print($"evenness / replay's {pace.LastOverFirst / replay.LastOverFirst:F3} (bar 0.800)");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // The kernel's own high-water mark: the whole process, not the managed heap alone.
    private static long PeakMemoryMiB()
    {
        using var self = Process.GetCurrentProcess();
        return self.PeakWorkingSet64 >> 20;
    }

    private static TimeSpan Processor()
    {
        using var self = Process.GetCurrentProcess();
        return self.TotalProcessorTime;
    }

    private static void Print(FormattableString line) => Console.WriteLine(FormattableString.Invariant(line));
}
