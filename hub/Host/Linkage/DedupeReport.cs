using System.Text;
using IntegrationHub.Host.Reviewing;
using IntegrationHub.Host.Texts;
using IntegrationHub.Mdm.Matching;

namespace IntegrationHub.Host.Linkage;

/// <summary>A report a person reads: what was joined, and which pairs need a human eye, with the reasons.</summary>
public static class DedupeReport
{
    private const int Shown = 200;

    public static async Task WriteAsync(
        string target, string input, FileRows rows, LinkedFile linked, Words words, CancellationToken cancellationToken)
    {
        await using var writer = new StreamWriter(target, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        var clusters = linked.Clusters();
        var doubts = linked.DoubtfulRows();
        await writer.WriteLineAsync(words["report.title", Path.GetFileName(input)]);
        await writer.WriteLineAsync();
        await writer.WriteLineAsync(words["report.rows", words.Count(rows.Rows.Count)]);
        await writer.WriteLineAsync(words["report.people", words.Count(clusters.Count)]);
        await writer.WriteLineAsync(words["report.duplicates", words.Count(clusters.Count(cluster => cluster.Count > 1))]);
        await writer.WriteLineAsync(words["report.doubtful", words.Count(doubts.Count)]);
        await writer.WriteLineAsync(words["report.rejected", words.Count(rows.Rejected.Count)]);
        await writer.WriteLineAsync(words["report.model", linked.Model.Version]);
        foreach (var rejected in rows.Rejected)
        {
            await writer.WriteLineAsync($"  {rejected.Position}  {rejected.Code}");
        }

        await writer.WriteLineAsync();
        await writer.WriteLineAsync(words["report.joined"]);
        foreach (var cluster in clusters.Where(cluster => cluster.Count > 1).Take(Shown))
        {
            cancellationToken.ThrowIfCancellationRequested();
            await writer.WriteLineAsync(words["report.cluster", linked.ClusterOfRow[cluster[0]] + 1, string.Join(", ", cluster.Select(row => FileRows.Line(rows.Rows[row])))]);
            await WriteAsync(writer, linked.Explain(cluster[0], cluster[1]), words);
        }

        await writer.WriteLineAsync();
        await writer.WriteLineAsync(words["report.to-review"]);
        foreach (var doubt in doubts.OrderByDescending(doubt => doubt.Weight).Take(Shown))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (a, b) = (FileRows.Line(rows.Rows[doubt.A]), FileRows.Line(rows.Rows[doubt.B!.Value]));
            await writer.WriteLineAsync($"{words["report.pair", a, b]} {words[$"reason.{doubt.Reason}"]}");
            await WriteAsync(writer, linked.Explain(doubt.A, doubt.B.Value), words);
        }
    }

    private static async Task WriteAsync(TextWriter writer, Evidence? evidence, Words words)
    {
        foreach (var line in evidence?.Lines.Where(line => line.Level != "silent") ?? [])
        {
            await writer.WriteLineAsync(
                $"    {words["bits.signed", line.Weight / 1000.0],6}  {EvidenceWords.Comparison(words, line.Comparison)} : {EvidenceWords.Level(words, line.Comparison, line.Level)}");
        }

        foreach (var veto in evidence?.Vetoes ?? [])
        {
            await writer.WriteLineAsync($"            {EvidenceWords.Veto(words, veto)}");
        }
    }
}
