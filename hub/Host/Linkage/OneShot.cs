using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Host.Cli;
using IntegrationHub.Mdm.Matching;
using IntegrationHub.Mdm.Matching.Training;

namespace IntegrationHub.Host.Linkage;

/// <summary>Links a file without a hub: the same mapping, projection, model and scoring as the registry's.</summary>
/// <param name="reading">Makes match records of rows.</param>
/// <param name="received">Now: later dates are dates to come.</param>
/// <param name="terminal">For the progress, and for what the model is.</param>
/// <param name="times">Told the end of each phase.</param>
public sealed class OneShot(FileReading reading, DateTimeOffset received, Terminal terminal, PhaseTimes times)
{
    private UnreadValues _unread = new();

    /// <param name="pages">A pass over the good rows, from the first; more than one where training fails.</param>
    /// <param name="title">Said while rows are read; null where that is soon done.</param>
    /// <param name="asked">A model document or name; null trains on the file itself.</param>
    /// <param name="cancellationToken">Stops between pages.</param>
    public async Task<LinkedFile> LinkAsync(
        Func<IProgress<double>, IAsyncEnumerable<IReadOnlyList<SourceRecord>>> pages, string? title, string? asked, CancellationToken cancellationToken)
    {
        var choice = new ModelChoice(asked, terminal);
        var gathered = await GatherAsync(choice.Reader, pages, title, cancellationToken);
        times.End("map");
        var model = await Task.Run(() => choice.Find(gathered.Records, cancellationToken), cancellationToken);
        if (model is null)
        {
            gathered = await GatherAsync(MatchModel.French, pages, title, cancellationToken);
            model = await Task.Run(() => MatchModel.French.ActivateOn(gathered.Records, cancellationToken), cancellationToken);
        }

        _unread.Say(terminal);
        foreach (var column in reading.Generic.Where(column => !model.Fields.Contains(column.Field)))
        {
            terminal.Say(asked is null ? "columns.not-in-shipped" : "columns.not-in-model", column.Column);
        }

        times.End(asked is null ? "train" : "activate");
        var (records, rowOf, rows) = gathered;
        var partition = await terminal.FollowAsync(
            terminal.Words["cli.linking", terminal.Words.Count(rows)],
            progress => Task.Run(() => Linker.Link(model, records, progress: new ShareOf(records.Count, progress), cancellationToken: cancellationToken), cancellationToken));
        var linked = new LinkedFile(model, rowOf, partition, Numbered(rows, rowOf, partition));
        times.End("link");
        return linked;
    }

    private Task<(InternedRecords Records, List<int> RowOf, int Rows)> GatherAsync(
        MatchModel reader, Func<IProgress<double>, IAsyncEnumerable<IReadOnlyList<SourceRecord>>> pages, string? title, CancellationToken cancellationToken) =>
        title is null
            ? Task.Run(() => GatherAsync(reader, pages(new DirectProgress(_ => { })), cancellationToken), cancellationToken)
            : terminal.FollowAsync(title, progress => Task.Run(() => GatherAsync(reader, pages(progress), cancellationToken), cancellationToken));

    private async Task<(InternedRecords Records, List<int> RowOf, int Rows)> GatherAsync(
        MatchModel reader, IAsyncEnumerable<IReadOnlyList<SourceRecord>> pages, CancellationToken cancellationToken)
    {
        var (records, rowOf, rows) = (new InternedRecords(reader), new List<int>(), 0);
        _unread = new UnreadValues();
        var (read, cut) = (reading.Reader(received, reader, _unread), TemplateRecords.Cutter(reader));
        await foreach (var (prepared, parts) in InOrder.SelectAsync(pages, Prepare, cancellationToken))
        {
            records.Add(prepared);
            foreach (var count in parts)
            {
                rowOf.AddRange(Enumerable.Repeat(rows++, count));
            }
        }

        return (records, rowOf, rows);

        (PreparedRecords, int[]) Prepare(ArraySegment<SourceRecord> run)
        {
            List<MatchRecord>[] made = [.. run.Select(read)];
            return (records.Prepare([.. made.SelectMany(m => m).Select(cut)]), [.. made.Select(m => m.Count)]);
        }
    }

    /// <summary>Rows joined through any of their parts, numbered in row order.</summary>
    private static int[] Numbered(int rows, List<int> rowOf, Partition partition)
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

        // A leader is its cluster's first row: it has its number before any other of the cluster asks.
        var (numbers, next) = (new int[rows], 0);
        for (var row = 0; row < rows; row++)
        {
            var lead = Lead(leader, row);
            numbers[row] = lead == row ? next++ : numbers[lead];
        }

        return numbers;
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
