using System.Globalization;
using IntegrationHub.Host.Cli;
using IntegrationHub.Host.Reviewing;
using IntegrationHub.Mdm.Matching;

namespace IntegrationHub.Host.Linkage;

/// <summary>The answer of <c>evaluate</c>: figures in invariant form, one a line, then the pairs it got wrong with their evidence.</summary>
/// <param name="linked">The file's people.</param>
/// <param name="rows">Its rows.</param>
/// <param name="people">The people a row names, for the evidence.</param>
/// <param name="truth">The person of each row.</param>
public sealed class EvaluationReport(LinkedFile linked, FileRows rows, Func<int, IReadOnlyList<MatchRecord>> people, IReadOnlyDictionary<int, string> truth)
{
    public void Write(Terminal terminal, int wrong)
    {
        var clusters = linked.Clusters();
        var doubts = linked.DoubtfulRows();
        var automatic = ClusterMetrics.Measure(clusters, truth);
        var reviewed = ClusterMetrics.MeasureReviewed(clusters, doubts, truth);
        foreach (var line in Figures("pairwise", automatic.Pairwise)
            .Concat(Figures("cluster", automatic.Cluster))
            .Concat(Figures("pairwise with-review", reviewed.Pairwise))
            .Concat(Figures("cluster with-review", reviewed.Cluster)))
        {
            terminal.Result(line);
        }

        terminal.Result(string.Create(CultureInfo.InvariantCulture, $"queue pairs {doubts.Count}"));
        terminal.Result(string.Create(CultureInfo.InvariantCulture, $"queue share {(rows.Rows.Count == 0 ? 0 : (double)doubts.Count / rows.Rows.Count):0.0000}"));
        foreach (var reason in doubts.GroupBy(doubt => doubt.Reason).OrderBy(group => group.Key))
        {
            terminal.Result(string.Create(CultureInfo.InvariantCulture, $"queue {reason.Key} {reason.Count()}, {reason.Count(doubt => truth[doubt.A] == truth[doubt.B!.Value])} the same"));
        }

        terminal.Result(string.Create(CultureInfo.InvariantCulture, $"records {rows.Rows.Count}"));
        terminal.Result(string.Create(CultureInfo.InvariantCulture, $"model {linked.Model.Version}"));
        WriteWrong(terminal, Math.Max(0, wrong), clusters, doubts);
    }

    private static IEnumerable<string> Figures(string name, PairScores scores) =>
    [
        string.Create(CultureInfo.InvariantCulture, $"{name} precision {scores.Precision:0.0000}"),
        string.Create(CultureInfo.InvariantCulture, $"{name} recall {scores.Recall:0.0000}"),
        string.Create(CultureInfo.InvariantCulture, $"{name} f1 {scores.F1:0.0000}"),
    ];

    private void WriteWrong(Terminal terminal, int most, IReadOnlyList<IReadOnlyList<int>> clusters, IReadOnlyList<Doubt> doubts)
    {
        var asked = doubts.GroupBy(doubt => Between(doubt.A, doubt.B!.Value)).ToDictionary(group => group.Key, group => group.MaxBy(doubt => doubt.Weight)!);
        var persons = truth.GroupBy(t => t.Value, t => t.Key, StringComparer.Ordinal).Select(g => (IReadOnlyList<int>)[.. g.Order()]).ToList();
        Write(terminal, "wrongly joined", Torn(clusters, row => truth[row]), most, (_, _) => "");
        Write(terminal, "missed", Torn(persons, row => linked.ClusterOfRow[row]), most, (a, b) => asked.TryGetValue(Between(a, b), out var doubt) ? $"  {Asked(doubt, a, b)}" : "  not asked");
    }

    private void Write(Terminal terminal, string kind, (long Count, IEnumerable<(int A, int B)> Pairs) wrong, int most, Func<int, int, string> outcome)
    {
        terminal.Result("");
        terminal.Result(string.Create(CultureInfo.InvariantCulture, $"{kind} {wrong.Count}"));
        foreach (var (a, b) in wrong.Pairs.Take((int)Math.Min(most, wrong.Count)))
        {
            var evidence = linked.Explain(people(a), people(b));
            var weight = evidence is null ? "" : string.Create(CultureInfo.InvariantCulture, $"  weight {evidence.Weight / 1000.0:0.0}");
            terminal.Result(string.Create(CultureInfo.InvariantCulture, $"  lines {FileRows.Line(rows.Rows[a])} and {FileRows.Line(rows.Rows[b])}{weight}{Vetoes(evidence)}{outcome(a, b)}"));
            foreach (var line in evidence?.Lines.Where(line => line.Level != "silent") ?? [])
            {
                terminal.Result(string.Create(CultureInfo.InvariantCulture,
                    $"    {line.Weight / 1000.0,6:+0.0;-0.0;0.0}  {line.Comparison,-10} {EvidenceWords.Level(terminal.Words, line.Comparison, line.Level)}"));
            }
        }

        if (wrong.Count > most)
        {
            terminal.Say("evaluate.more", wrong.Count - most);
        }
    }

    private (int, int) Between(int a, int b) =>
        (Math.Min(linked.ClusterOfRow[a], linked.ClusterOfRow[b]), Math.Max(linked.ClusterOfRow[a], linked.ClusterOfRow[b]));

    /// <summary>Two clusters are asked about by their best pair, which may be of other lines than the one missed.</summary>
    private string Asked(Doubt doubt, int a, int b)
    {
        var (one, other) = (doubt.A, doubt.B!.Value);
        return (Math.Min(one, other), Math.Max(one, other)) == (Math.Min(a, b), Math.Max(a, b))
            ? $"asked: {doubt.Reason}"
            : string.Create(CultureInfo.InvariantCulture, $"asked by lines {FileRows.Line(rows.Rows[one])} and {FileRows.Line(rows.Rows[other])}: {doubt.Reason}");
    }

    private static string Vetoes(Evidence? evidence) => evidence is { Vetoes.Count: > 0 } ? $"  veto {string.Join(", ", evidence.Vetoes)}" : "";

    /// <summary>Pairs inside one group that another grouping tears apart: how many, and which, in row order. They are counted, not listed: a truth column of a few values has thousands of millions.</summary>
    private static (long Count, IEnumerable<(int A, int B)> Pairs) Torn<T>(IReadOnlyList<IReadOnlyList<int>> groups, Func<int, T> other)
        where T : notnull
    {
        var torn = groups.Select(group => (Group: group, Count: Of(group.Count) - group.GroupBy(other).Sum(part => Of(part.Count())))).Where(g => g.Count > 0).ToList();
        return (torn.Sum(g => g.Count), List());

        IEnumerable<(int A, int B)> List() => torn
            .SelectMany(g => g.Group.Select((row, place) => (Row: row, Place: place, g.Group)))
            .OrderBy(at => at.Row)
            .SelectMany(at => at.Group.Skip(at.Place + 1).Where(b => !other(at.Row).Equals(other(b))).Select(b => (at.Row, b)));

        static long Of(long rows) => rows * (rows - 1) / 2;
    }
}
