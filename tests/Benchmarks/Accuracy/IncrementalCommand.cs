using System.CommandLine;
using IntegrationHub.Mdm.Matching;
using IntegrationHub.Mdm.Matching.Training;

namespace IntegrationHub.Tests.Benchmarks.Accuracy;

/// <summary>Whether a file taken in page by page, in any order, with updates and deletions on the way, comes to the very partition of the file linked as a whole.</summary>
internal static class IncrementalCommand
{
    public static Command Command()
    {
        var files = new Argument<string[]>("files") { Description = "Published files; none for a generated town", Arity = ArgumentArity.ZeroOrMore };
        var records = new Option<int>("--records") { DefaultValueFactory = _ => 20_000, Description = "Records of the generated town" };
        var seeds = new Option<int>("--orders") { DefaultValueFactory = _ => 3, Description = "Random orders tried" };
        var shipped = new Option<bool>("--shipped") { Description = "The shipped model, activated, rather than one trained on the file" };
        var command = new Command("incremental", "Incremental equals bulk: random order, page size, threads, updates and deletions change nothing") { files, records, seeds, shipped };
        command.SetAction(parsed =>
        {
            var sets = parsed.GetValue(files)!.Select(f => PublishedFiles.Read(f, true)).DefaultIfEmpty(null).Select(d => d ?? TownData.Generate(71, parsed.GetValue(records)));
            return sets.Count(data => !Holds(data, parsed.GetValue(seeds), parsed.GetValue(shipped)));
        });
        return command;
    }

    private static bool Holds(DataSet data, int orders, bool shipped)
    {
        var model = shipped ? MatchModel.French.ActivateOn(TemplateRecords.For(MatchModel.French, data.Records)) : ModelTrainer.Train(data.Records).Model;
        if (model is null)
        {
            Console.WriteLine($"{data.Name}: no model can be trained on it");
            return false;
        }

        var records = shipped ? TemplateRecords.For(model, data.Records) : data.Records;
        var expected = Picture(Linker.Link(model, records), Enumerable.Range(0, records.Count).ToArray());
        var holds = true;
        for (var order = 1; order <= orders; order++)
        {
            var random = new Random(order);
            var pageSize = random.Next(1, 3) == 1 ? random.Next(1, 50) : random.Next(50, 5_000);
            var threads = random.Next(1, 4);
            var parts = Enumerable.Range(0, records.Count).ToArray();
            random.Shuffle(parts);
            var same = Picture(Incremental(model, records, random, pageSize, threads, parts), parts) == expected;
            Console.WriteLine($"{data.Name}: order {order}, pages of {pageSize}, {threads} threads, a tenth updated and a tenth deleted and sent again: {(same ? "the same bits" : "DIFFERENT")}");
            holds &= same;
        }

        return holds;
    }

    /// <param name="parts">The part id of each record.</param>
    private static Partition Incremental(MatchModel model, IReadOnlyList<MatchRecord> records, Random random, int pageSize, int threads, int[] parts)
    {
        // Each record comes once as it is; before that some come as another record's words, or are deleted in between.
        var steps = new List<(double At, int Part, int? Says)>();
        for (var r = 0; r < records.Count; r++)
        {
            var at = random.NextDouble();
            steps.Add((at, r, r));
            if (random.Next(10) is var kind && kind < 2)
            {
                var before = at * random.NextDouble();
                steps.Add((before, r, kind == 0 ? random.Next(records.Count) : r));
                if (kind == 1)
                {
                    steps.Add(((before + at) / 2, r, null));
                }
            }
        }

        using var index = new MatchIndex(model, threads);
        var partition = new Partition();
        foreach (var page in steps.OrderBy(s => s.At).Chunk(pageSize))
        {
            using var overlay = index.Begin();
            var last = page.GroupBy(s => s.Part).Select(g => g.Last()).ToList();
            foreach (var (_, part, says) in last)
            {
                if (says is { } other)
                {
                    overlay.Put(parts[part], records[part] with { Values = records[other].Values });
                }
                else
                {
                    overlay.Remove(parts[part]);
                }
            }

            var removed = last.Where(s => s.Says is null).Select(s => parts[s.Part]);
            partition.Apply(overlay.Resolve(CancellationToken.None), removed);
            overlay.Fold();
        }

        return partition;
    }

    /// <summary>Everything a partition says, in the records' own numbers.</summary>
    private static string Picture(Partition partition, int[] parts)
    {
        var recordOf = new Dictionary<int, int>(parts.Length);
        for (var r = 0; r < parts.Length; r++)
        {
            recordOf.Add(parts[r], r);
        }

        var clusters = partition.Clusters.Select(c => string.Join(' ', c.Select(p => recordOf[p]).Order())).Order(StringComparer.Ordinal);
        var doubts = partition.Doubts.Select(d => $"{recordOf[d.A]} {(d.B is int b ? recordOf[b] : -1)} {d.Weight} {d.Pattern:x} {d.Reason}").Order(StringComparer.Ordinal);
        var pairs = partition.Pairs.Select(p => $"{recordOf[p.A]} {recordOf[p.B]} {p.Weight} {p.Pattern:x} {p.Vetoed}").Order(StringComparer.Ordinal);
        return string.Join('\n', clusters.Append("doubts").Concat(doubts).Append("pairs").Concat(pairs));
    }
}
