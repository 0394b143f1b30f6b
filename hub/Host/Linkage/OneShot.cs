using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Host.Cli;
using IntegrationHub.Mdm.Matching;
using IntegrationHub.Mdm.Matching.Training;

namespace IntegrationHub.Host.Linkage;

/// <summary>Links a file without a hub: the same mapping, projection, model and scoring as the registry's.</summary>
public static class OneShot
{
    /// <param name="rows">Good rows of the file.</param>
    /// <param name="reading">Makes match records of them.</param>
    /// <param name="model">A model document or name; null trains on the file itself.</param>
    /// <param name="received">Now: later dates are dates to come.</param>
    /// <param name="terminal">For the progress, and for what the model is.</param>
    /// <param name="times">Told the end of each phase.</param>
    /// <param name="cancellationToken">Stops between pages.</param>
    public static Task<LinkedFile> LinkAsync(
        IReadOnlyList<SourceRecord> rows, FileReading reading, string? model, DateTimeOffset received, Terminal terminal, PhaseTimes times, CancellationToken cancellationToken) =>
        terminal.FollowAsync(
            terminal.Words["cli.linking", terminal.Words.Count(rows.Count)],
            progress => Task.Run(() => Link(rows, reading, model, received, terminal, times, progress, cancellationToken), cancellationToken));

    private static LinkedFile Link(
        IReadOnlyList<SourceRecord> rows, FileReading reading, string? asked, DateTimeOffset received, Terminal terminal, PhaseTimes times, IProgress<double> progress, CancellationToken cancellationToken)
    {
        var (records, rowOf) = reading.Read(rows, received, cancellationToken);
        times.End("map");
        var model = ModelChoice.Of(asked, records, terminal, cancellationToken);
        times.End(asked is null ? "train" : "activate");
        records = TemplateRecords.For(model, records);
        var partition = Linker.Link(model, records, progress: new ShareOf(records.Count, progress), cancellationToken: cancellationToken);
        times.End("link");
        return new LinkedFile(model, records, rowOf, partition, Numbered(rows.Count, rowOf, partition));
    }

    /// <summary>Rows joined through any of their parts, numbered in row order.</summary>
    private static int[] Numbered(int rows, IReadOnlyList<int> rowOf, Partition partition)
    {
        var leader = Enumerable.Range(0, rows).ToArray();
        foreach (var cluster in partition.Clusters)
        {
            foreach (var part in cluster)
            {
                var (a, b) = (Lead(leader, rowOf[cluster[0]]), Lead(leader, rowOf[part]));
                leader[Math.Max(a, b)] = Math.Min(a, b);
            }
        }

        var numbers = new Dictionary<int, int>();
        return [.. Enumerable.Range(0, rows).Select(row =>
        {
            var lead = Lead(leader, row);
            if (!numbers.TryGetValue(lead, out var number))
            {
                numbers[lead] = number = numbers.Count;
            }

            return number;
        })];
    }

    private static int Lead(int[] leader, int row)
    {
        while (leader[row] != row)
        {
            row = leader[row] = leader[leader[row]];
        }

        return row;
    }

    private sealed class ShareOf(int total, IProgress<double> share) : IProgress<int>
    {
        public void Report(int value) => share.Report(total == 0 ? 1 : (double)value / total);
    }
}
