using System.CommandLine;
using System.Diagnostics;
using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Storing;
using IntegrationHub.Mdm.Storage;
using IntegrationHub.Mdm.Storage.Providers.Sqlite;
using IntegrationHub.Tests.Benchmarks.Yardsticks;

namespace IntegrationHub.Tests.Benchmarks.Storage;

/// <summary>The storage alone: pages committed to SQLite, the rebuild's read, one record at a time, and the replay yardstick on the same rows.</summary>
internal static class StorageCommand
{
    public static Command Command()
    {
        var records = new Option<int>("--records") { DefaultValueFactory = _ => 200_000, Description = "records to commit" };
        var page = new Option<int>("--page") { DefaultValueFactory = _ => 1000, Description = "records a page" };
        var replay = new Option<bool>("--replay") { Description = "also run the replay yardstick" };
        var command = new Command("storage", "commit synthetic pages to SQLite and read them back") { records, page, replay };
        command.SetAction((result, cancellationToken) => RunAsync(result.GetValue(records), result.GetValue(page), result.GetValue(replay), cancellationToken));
        return command;
    }

    private static async Task RunAsync(int records, int pageRecords, bool replay, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("hub-storage-bench-");
        try
        {
            await using (var stores = await RegistryStores.OpenAsync(new StorageSettings { Directory = folder.FullName }, cancellationToken))
            {
                await stores.Store.TakeOverAsync(cancellationToken);
                var state = await stores.Store.LoadStateAsync(cancellationToken);
                var ids = new GoldenIdSequence(state.IdKey);
                var pages = new SyntheticPages(ids, pageRecords);
                var pace = new Pace(pageRecords);
                var longest = TimeSpan.Zero;
                var cpu = TimeSpan.Zero;
                for (var done = 0; done < records; done += pageRecords)
                {
                    var commit = pages.Next(state);
                    var cpuBefore = Environment.CpuUsage.TotalTime;
                    var elapsed = await TimeAsync(() => stores.Store.CommitAsync(commit, cancellationToken));
                    cpu += Environment.CpuUsage.TotalTime - cpuBefore;
                    longest = elapsed > longest ? elapsed : longest;
                    pace.Add(elapsed);
                    state = commit.State;
                }

                Print("commit records/s", pace.Rate);
                Print("commit us/record", 1e6 / pace.Rate);
                Print("commit cpu us/record", cpu.TotalMicroseconds / records);
                Print("commit last/first tenth", pace.LastOverFirst);
                Print("commit longest page ms", longest.TotalMilliseconds);
                await ReadAsync(stores, cancellationToken);
            }

            Print("registry.db MB", new FileInfo(Path.Combine(folder.FullName, "registry.db")).Length / 1e6);
            if (replay)
            {
                var yardstick = ReplayYardstick.Run(Path.Combine(folder.FullName, "registry.db"), SqlitePragmas.Yardstick, records, pageRecords, SqliteCommitOrder.ByTable);
                Print("replay records/s", yardstick.Rate);
                Print("replay last/first tenth", yardstick.LastOverFirst);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task ReadAsync(RegistryStores stores, CancellationToken cancellationToken)
    {
        var count = 0;
        var parts = await TimeAsync(async () =>
        {
            await foreach (var part in stores.Store.ReadLivePartsAsync(cancellationToken))
            {
                count += part.PartId > 0 ? 1 : 0;
            }
        });
        Print("rebuild parts/s", count / parts.TotalSeconds);
        var search = new CitizenSearch { Name = "marti", GivenName = "zo", BirthDate = PartialDate.Parse("1954") };
        Print("search ms", (await TimeAsync(() => stores.Reader.SearchAsync(search, cancellationToken))).TotalMilliseconds);
        Print("birth date alone ms", (await TimeAsync(() => stores.Reader.SearchAsync(search with { Name = null, GivenName = null }, cancellationToken))).TotalMilliseconds);
        Print("counts ms", (await TimeAsync(() => stores.Reader.CountAsync(cancellationToken))).TotalMilliseconds);
    }

    private static async Task<TimeSpan> TimeAsync(Func<Task> work)
    {
        var watch = Stopwatch.StartNew();
        await work();
        return watch.Elapsed;
    }

    private static void Print(string figure, double value) => Console.WriteLine(FormattableString.Invariant($"{figure} {value:F3}"));
}
