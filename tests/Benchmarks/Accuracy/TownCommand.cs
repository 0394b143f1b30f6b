using System.CommandLine;
using System.Diagnostics;
using System.Text;
using IntegrationHub.Connectors.Sandbox.Town;
using IntegrationHub.Connectors.Sandbox.Town.Files;

namespace IntegrationHub.Tests.Benchmarks.Accuracy;

/// <summary>Writes a generated town: one flat file, or a folder with each system's file and the truth.</summary>
internal static class TownCommand
{
    public static Command Command()
    {
        var target = new Argument<string>("target") { Description = "a .csv file for the flat town (truth in column verite), else a folder for the systems' files" };
        var records = new Option<int>("--records") { DefaultValueFactory = _ => 20_000, Description = "rows of the flat town" };
        var seed = new Option<ulong>("--seed") { DefaultValueFactory = _ => 1, Description = "which town" };
        var later = new Option<bool>("--month-later") { Description = "the same town one month later" };
        var command = new Command("town", "write a generated French town") { target, records, seed, later };
        command.SetAction((result, cancellationToken) =>
        {
            var watch = Stopwatch.StartNew();
            var town = Town.Generate(new TownSettings { Seed = result.GetValue(seed), Records = result.GetValue(records), MonthLater = result.GetValue(later) });
            Write(town, result.GetValue(target)!, cancellationToken);
            using var self = Process.GetCurrentProcess();
            Console.WriteLine(FormattableString.Invariant($"people {town.People}"));
            Console.WriteLine(FormattableString.Invariant($"records/s {town.RowCount / watch.Elapsed.TotalSeconds:F0}"));
            Console.WriteLine(FormattableString.Invariant($"records/s of processor time {town.RowCount / self.TotalProcessorTime.TotalSeconds:F0}"));
            Console.WriteLine(FormattableString.Invariant($"peak memory MiB {self.PeakWorkingSet64 / (1 << 20)}"));
            return Task.FromResult(0);
        });
        return command;
    }

    private static void Write(Town town, string target, CancellationToken cancellationToken)
    {
        if (!target.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))
        {
            TownFiles.Write(target, town, cancellationToken: cancellationToken);
            return;
        }

        using var writer = new StreamWriter(target, append: false, new UTF8Encoding(false), 1 << 16);
        FlatFile.Write(writer, town, cancellationToken);
    }
}
