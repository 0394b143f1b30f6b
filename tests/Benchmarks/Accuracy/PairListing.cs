using IntegrationHub.Connectors.Sandbox.Town;
using IntegrationHub.Mdm.Matching;

namespace IntegrationHub.Tests.Benchmarks.Accuracy;

/// <summary>Shows pairs that the matcher got wrong, by the systems they come from and a few with their evidence. The people are generated.</summary>
internal sealed class PairListing(MatchModel model, IReadOnlyList<TownRow> rows, IReadOnlyList<MatchRecord> seen, TextWriter output)
{
    public void Print(IReadOnlyList<int[]> clusters, int count)
    {
        var clusterOf = clusters.SelectMany((members, number) => members.Select(member => (member, number))).ToDictionary(pair => pair.member, pair => pair.number);
        var joined = clusters.SelectMany(Pairs).Where(pair => rows[pair.One].Statement.Person != rows[pair.Other].Statement.Person).ToList();
        var missed = rows.Select((row, position) => (row.Statement.Person, position)).GroupBy(pair => pair.Person, pair => pair.position)
            .SelectMany(members => Pairs([.. members])).Where(pair => clusterOf[pair.One] != clusterOf[pair.Other]).ToList();
        Show("wrong", joined, count);
        Show("missed", missed, count);
    }

    private static IEnumerable<(int One, int Other)> Pairs(int[] members) =>
        members.SelectMany((one, place) => members.Skip(place + 1).Select(other => (one, other)));

    private void Show(string word, List<(int One, int Other)> pairs, int count)
    {
        foreach (var systems in pairs.CountBy(Systems).OrderByDescending(pair => pair.Value).Take(8))
        {
            output.WriteLine(FormattableString.Invariant($"{word} {systems.Key} {systems.Value}"));
        }

        foreach (var (one, other) in pairs.OrderBy(pair => (pair.One * 7919L) % 10007).Take(count))
        {
            var evidence = model.Explain(seen[one], seen[other]);
            output.WriteLine(FormattableString.Invariant($"{word} pair, weight {evidence.Weight / 1000.0:F1}"));
            output.WriteLine("  " + Text(one));
            output.WriteLine("  " + Text(other));
            output.WriteLine("  " + string.Join("; ", evidence.Lines.Where(line => line.Level != "silent")
                .Select(line => FormattableString.Invariant($"{line.Comparison} {line.Level} {line.Weight / 1000.0:F1}"))) + " " + string.Join(' ', evidence.Vetoes));
        }
    }

    private string Systems((int One, int Other) pair) =>
        string.Join(" with ", new[] { rows[pair.One].System, rows[pair.Other].System }.Order());

    private string Text(int position) => rows[position].System + ": " + string.Join(" | ", seen[position].Values.Select(values => string.Join(' ', values)));
}
