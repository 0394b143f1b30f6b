using System.CommandLine;
using System.Diagnostics;
using IntegrationHub.Mdm.Matching;
using IntegrationHub.Mdm.Matching.Training;

namespace IntegrationHub.Tests.Benchmarks.Accuracy;

/// <summary>Precision and recall of the shipped model on generated towns and published files.</summary>
internal static class AccuracyBenchmark
{
    public static Command Command()
    {
        var records = new Option<int>("--records") { DefaultValueFactory = _ => 20_000, Description = "Records of the generated town" };
        var seed = new Option<ulong>("--seed") { DefaultValueFactory = _ => 1, Description = "Seed of the town" };
        var files = new Option<string[]>("--file") { AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [], Description = "Published files in place of a town" };
        var activate = new Option<bool>("--activate") { Description = "Activate the model on the town too, as a one-shot does" };
        var train = new Option<bool>("--train") { Description = "Train on the records themselves, without labels" };
        var save = new Option<string?>("--save") { Description = "Where to keep the trained model" };
        var wrong = new Option<int>("--wrong") { Description = "Show so many wrong pairs of each kind" };
        var model = new Option<string?>("--model") { Description = "Another model document" };
        var missing = new Option<double>("--missing") { Description = "Share of the town's values that are lost" };
        var slips = new Option<double>("--slips") { Description = "Share of the town's values that are mistyped" };
        var copies = new Option<int>("--copies") { Description = "The town's people as an archive knows them, so many records each" };
        var strangers = new Option<bool>("--strangers") { Description = "Of these, nobody who lives with another" };
        var command = new Command("accuracy", "Precision and recall of the shipped match model") { records, seed, files, activate, train, save, wrong, model, missing, slips, copies, strangers };
        command.SetAction(parsed =>
        {
            DataSet Made() => new Damage(parsed.GetValue(missing), parsed.GetValue(slips), (int)parsed.GetValue(seed))
                .Of(new Histories(parsed.GetValue(copies), parsed.GetValue(strangers)).Of(TownData.Generate(parsed.GetValue(seed), parsed.GetValue(records))));
            var shipped = parsed.GetValue(model) is { } path ? MatchModel.Parse(File.ReadAllText(path), path) : MatchModel.French;
            if (parsed.GetValue(train))
            {
                foreach (var data in parsed.GetValue(files)!.Select(f => PublishedFiles.Read(f, true)).DefaultIfEmpty(null).Select(d => d ?? Made()))
                {
                    var watch = Stopwatch.StartNew();
                    var outcome = ModelTrainer.Train(data.Records);
                    Console.WriteLine($"{data.Name}: {outcome.Problem}, {watch.Elapsed.TotalSeconds:F2} s, {outcome.Report.CandidatePairs} pairs, {outcome.Report.Rounds} rounds, {outcome.Report.ExpectedMatches:F0} matches expected");
                    if (parsed.GetValue(save) is { } target)
                    {
                        File.WriteAllText(target, outcome.Model?.Document);
                        Console.WriteLine(string.Join("\n", outcome.Report.Rules.Select(r => $"  {r}")));
                        Console.WriteLine(string.Join("\n", outcome.Report.Curve.Where(c => Math.Abs(c.Weight) < 6000).Select(c => $"  {c.Weight,7} p {c.Precision:F4} r {c.Recall:F4} f {c.F1:F4} n {c.Pairs:F0} m {c.Matches:F1}")));
                    }

                    if (outcome.Model is not null)
                    {
                        Measure(data, outcome.Model, parsed.GetValue(wrong));
                    }
                }

                return;
            }

            foreach (var file in parsed.GetValue(files)!)
            {
                var withIds = PublishedFiles.Read(file, true);
                Measure(withIds, shipped.ActivateOn(TemplateRecords.For(shipped, withIds.Records)), parsed.GetValue(wrong));
                var without = PublishedFiles.Read(file, false);
                Measure(without, shipped.ActivateOn(TemplateRecords.For(shipped, without.Records)), parsed.GetValue(wrong));
            }

            if (parsed.GetValue(files)!.Length == 0)
            {
                var town = Made();
                Measure(town, parsed.GetValue(activate) ? shipped.ActivateOn(TemplateRecords.For(shipped, town.Records)) : shipped, parsed.GetValue(wrong));
            }
        });
        return command;
    }

    private static void Measure(DataSet data, MatchModel model, int wrong)
    {
        data = data with { Records = TemplateRecords.For(model, data.Records) };
        var watch = Stopwatch.StartNew();
        var partition = Linker.Link(model, data.Records);
        var seconds = watch.Elapsed.TotalSeconds;
        var automatic = ClusterMetrics.Measure(partition.Clusters, data.Truth);
        var reviewed = ClusterMetrics.MeasureReviewed(partition.Clusters, partition.Doubts, data.Truth);
        var queue = partition.Doubts.Count(d => d.B is not null);
        var lonely = partition.Doubts.Count() - queue;
        Console.WriteLine($"{data.Name}: model {model.Version}, {seconds:F1} s, {partition.Pairs.Count} pairs");
        Console.WriteLine($"  automatic precision {automatic.Pairwise.Precision:F5} recall {automatic.Pairwise.Recall:F5} f1 {automatic.Pairwise.F1:F5}; clusters f1 {automatic.Cluster.F1:F5}");
        Console.WriteLine($"  reviewed  precision {reviewed.Pairwise.Precision:F5} recall {reviewed.Pairwise.Recall:F5}; queue {queue} = {(double)queue / data.Records.Count:P2} ({string.Join(", ", partition.Doubts.Where(d => d.B is not null).GroupBy(d => d.Reason).Select(g => $"{g.Key} {g.Count()}, {g.Count(d => data.Truth[d.A] == data.Truth[d.B!.Value])} same"))}); no key {lonely}");
        WrongPairs.Print(data, model, partition, wrong);
    }
}
