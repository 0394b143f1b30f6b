using System.Text;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Host.Reviewing;
using IntegrationHub.Host.Texts;
using IntegrationHub.Mdm.Matching;

namespace IntegrationHub.Host.Linkage;

/// <summary>A report a person reads: what was joined, and which pairs need a human eye, with the reasons.</summary>
/// <param name="linked">The file's people.</param>
/// <param name="sizes">Rows in each cluster.</param>
/// <param name="doubts">Doubtful pairs in all.</param>
/// <param name="shown">The rows it shows, taken.</param>
/// <param name="rejected">What could not be read.</param>
/// <param name="words">Of the reader's language.</param>
public sealed class DedupeReport(LinkedFile linked, int[] sizes, int doubts, ShownRows shown, IReadOnlyList<RejectedRecord> rejected, Words words)
{
    public Task WriteAsync(string target, string input, CancellationToken cancellationToken) =>
        WholeFile.WriteAsync(target, part => WritePartAsync(part, input, cancellationToken));

    private async Task WritePartAsync(string target, string input, CancellationToken cancellationToken)
    {
        await using var writer = new StreamWriter(target, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        await writer.WriteLineAsync(words["report.title", Path.GetFileName(input)]);
        await writer.WriteLineAsync();
        await writer.WriteLineAsync(words["report.rows", words.Count(linked.ClusterOfRow.Count)]);
        await writer.WriteLineAsync(words["report.people", words.Count(sizes.Length)]);
        await writer.WriteLineAsync(words["report.duplicates", words.Count(sizes.Count(size => size > 1))]);
        await writer.WriteLineAsync(words["report.doubtful", words.Count(doubts)]);
        await writer.WriteLineAsync(words["report.keyless", words.Count(shown.Keyless.Count)]);
        if (shown.Keyless.Count > 0)
        {
            var more = shown.Keyless.Count - shown.KeylessTold.Count();
            await writer.WriteLineAsync($"  {words["report.lines", string.Join(", ", shown.KeylessTold.Select(shown.Line))]}{(more > 0 ? words["report.lines-more", words.Count(more)] : "")}");
        }

        await writer.WriteLineAsync(words["report.rejected", words.Count(rejected.Count)]);
        foreach (var row in rejected)
        {
            await writer.WriteLineAsync($"  {row.Position}  {RejectionWords.Of(words, row.Code)}");
        }

        await writer.WriteLineAsync(words["report.model", linked.Model.Version]);

        await writer.WriteLineAsync();
        await writer.WriteLineAsync(words["report.joined"]);
        foreach (var cluster in shown.Clusters)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await writer.WriteLineAsync(words["report.cluster", linked.ClusterOfRow[cluster[0]] + 1, string.Join(", ", cluster.Select(shown.Line))]);
            if (cluster.Count > 2)
            {
                await writer.WriteLineAsync($"  {words["report.pair", shown.Line(cluster[0]), shown.Line(cluster[1])]}");
            }

            await WriteAsync(writer, cluster[0], cluster[1]);
        }

        if (sizes.Count(size => size > 1) - shown.Clusters.Count is > 0 and var unshown)
        {
            await writer.WriteLineAsync(words["report.more-clusters", words.Count(unshown)]);
        }

        await writer.WriteLineAsync();
        await writer.WriteLineAsync(words["report.to-review"]);
        foreach (var doubt in shown.Doubts)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await writer.WriteLineAsync($"{words["report.pair", shown.Line(doubt.A), shown.Line(doubt.B!.Value)]} {words[$"reason.{doubt.Reason}"]}");
            await WriteAsync(writer, doubt.A, doubt.B.Value);
        }

        if (shown.Others.Count > 0)
        {
            await writer.WriteLineAsync();
            await writer.WriteLineAsync(words["report.more-doubts", words.Count(shown.Others.Count)]);
        }

        foreach (var doubt in shown.Others)
        {
            await writer.WriteLineAsync($"    {words["bits.signed", doubt.Weight / 1000.0],6}  {words["report.pair", shown.Line(doubt.A), shown.Line(doubt.B!.Value)]} {words[$"reason.{doubt.Reason}"]}");
        }
    }

    private async Task WriteAsync(StreamWriter writer, int rowA, int rowB)
    {
        if (linked.Explain(shown.People(rowA), shown.People(rowB)) is not { } evidence)
        {
            return;
        }

        await writer.WriteLineAsync($"    {words["bits.signed", evidence.Prior / 1000.0],6}  {words["evidence.line", words["evidence.prior"], words["evidence.prior.level"]]}");
        foreach (var line in evidence.Lines.Where(line => line.Level != "silent"))
        {
            await writer.WriteLineAsync(
                $"    {words["bits.signed", line.Weight / 1000.0],6}  {words["evidence.line", EvidenceWords.Comparison(words, line.Comparison), EvidenceWords.Level(words, line.Comparison, line.Level)]}");
        }

        await writer.WriteLineAsync($"    {words["bits.signed", evidence.Weight / 1000.0],6}  {words["explain.total"]}");
        foreach (var veto in evidence.Vetoes)
        {
            await writer.WriteLineAsync($"            {EvidenceWords.Veto(words, veto)}");
        }
    }
}
