using System.CommandLine;
using System.Diagnostics;
using IntegrationHub.Connectors.Sandbox.Town;
using IntegrationHub.Connectors.Sandbox.Town.Files;
using IntegrationHub.Mdm.Matching;

namespace IntegrationHub.Tests.Benchmarks.Accuracy;

/// <summary>Links a generated town with the shipped model and measures against the truth.</summary>
internal static class AccuracyCommand
{
    public static Command Command()
    {
        var town = new Option<int>("--town") { DefaultValueFactory = _ => 20_000, Description = "records in the town" };
        var seed = new Option<ulong>("--seed") { DefaultValueFactory = _ => 1, Description = "which town" };
        var wrong = new Option<int>("--wrong") { DefaultValueFactory = _ => 0, Description = "how many wrong and missed pairs to print with their evidence" };
        var model = new Option<FileInfo?>("--model") { Description = "a model document instead of the shipped one" };
        var command = new Command("accuracy", "precision and recall of the match model on a generated French town") { town, seed, wrong, model };
        command.SetAction((result, cancellationToken) =>
        {
            Run(result.GetValue(town), result.GetValue(seed), result.GetValue(wrong), result.GetValue(model), Console.Out, cancellationToken);
            return Task.FromResult(0);
        });
        return command;
    }

    private static void Run(int records, ulong seed, int wrong, FileInfo? document, TextWriter output, CancellationToken cancellationToken)
    {
        var model = document is null ? MatchModel.French : MatchModel.Parse(File.ReadAllText(document.FullName), document.Name);
        model = model.WithDuplicateFreeSources(["portail"]);
        var town = Town.Generate(new TownSettings { Seed = seed, Records = records });
        var watch = Stopwatch.StartNew();
        var rows = town.Rows().ToList();
        output.WriteLine(FormattableString.Invariant($"generated records/s {records / watch.Elapsed.TotalSeconds:F0}"));
        var seen = rows.Select((row, position) => TownMatchRecords.Of(row, position, model)).ToList();
        watch.Restart();
        var partition = Linker.Link(model, seen, cancellationToken: cancellationToken);
        output.WriteLine(FormattableString.Invariant($"linked records/s {records / watch.Elapsed.TotalSeconds:F0}"));

        var truth = rows.Select((row, position) => (row.Statement.Person, position)).ToDictionary(pair => pair.position, pair => pair.Person);
        var clusters = partition.Clusters.ToList();
        var doubts = partition.Doubts.ToList();
        var automatic = ClusterMetrics.Measure(clusters, truth);
        var reviewed = ClusterMetrics.MeasureReviewed(clusters, doubts, truth);
        Print(output, "pairwise precision", automatic.Pairwise.Precision);
        Print(output, "pairwise recall", automatic.Pairwise.Recall);
        Print(output, "pairwise f1", automatic.Pairwise.F1);
        Print(output, "cluster precision", automatic.Cluster.Precision);
        Print(output, "cluster recall", automatic.Cluster.Recall);
        Print(output, "reviewed recall", reviewed.Pairwise.Recall);
        Print(output, "queue share", (double)doubts.Count / records);
        Print(output, "queue true share", (double)doubts.Count(doubt => doubt.B is { } other && truth[doubt.A] == truth[other]) / Math.Max(1, doubts.Count));
        foreach (var reason in doubts.CountBy(doubt => doubt.Reason).OrderByDescending(pair => pair.Value))
        {
            output.WriteLine(FormattableString.Invariant($"queue {reason.Key} {reason.Value}"));
        }

        new PairListing(model, rows, seen, output).Print(clusters, wrong);
    }

    private static void Print(TextWriter output, string name, double value) => output.WriteLine(FormattableString.Invariant($"{name} {value:F4}"));
}
