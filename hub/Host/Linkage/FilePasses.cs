using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Host.Cli;
using IntegrationHub.Host.Commands;
using IntegrationHub.Mappings.Engine.Recognition;

namespace IntegrationHub.Host.Linkage;

/// <summary>A file that is read more than once and never held whole: its first rows are kept to find out what the columns are, all are read again page by page.</summary>
/// <param name="Path">The file.</param>
/// <param name="Head">Its first rows; all of them where they are few.</param>
/// <param name="IsWhole">The head is the whole file: nothing is read again.</param>
/// <param name="Hidden">Columns the matcher must not see.</param>
public sealed record FilePasses(string Path, FileRows Head, bool IsWhole, IReadOnlyList<string> Hidden)
{
    /// <exception cref="UsageException">The file cannot be read as a whole, or has no column of a name to hide.</exception>
    public static async Task<FilePasses> OpenAsync(string path, IReadOnlyList<string> hidden, Terminal terminal, CancellationToken cancellationToken)
    {
        var prepared = Task.Run(ColumnRecognizer.Prepare, cancellationToken);
        var passes = await terminal.FollowAsync(terminal.Words["cli.reading", System.IO.Path.GetFileName(path)], progress => OpenAsync(path, hidden, MappingChoice.Judged, progress, cancellationToken));
        await prepared;
        return passes;
    }

    internal static async Task<FilePasses> OpenAsync(string path, IReadOnlyList<string> hidden, int looked, IProgress<double> progress, CancellationToken cancellationToken)
    {
        var rows = new List<SourceRecord>();
        var rejected = new List<RejectedRecord>();
        var whole = true;
        await foreach (var page in FileRowsReader.PagesAsync(path, hidden, cancellationToken))
        {
            rows.AddRange(page.Records);
            rejected.AddRange(page.Rejected);
            progress.Report(page.Progress ?? 0);
            if (rows.Count >= looked && page.Progress < 1)
            {
                whole = false;
                break;
            }
        }

        return new FilePasses(path, new FileRows(rows, FileRowsReader.Columns(rows), rejected), whole, hidden);
    }

    /// <summary>All rows from the first, in file order.</summary>
    /// <param name="rejected">Takes what could not be read.</param>
    /// <param name="progress">Told the share read.</param>
    /// <param name="cancellationToken">Stops between pages.</param>
    /// <exception cref="UsageException">The file cannot be read any further.</exception>
    public async IAsyncEnumerable<IReadOnlyList<SourceRecord>> ReadAsync(
        List<RejectedRecord> rejected, IProgress<double> progress, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (IsWhole)
        {
            rejected.AddRange(Head.Rejected);
            yield return Head.Rows;
            yield break;
        }

        await foreach (var page in FileRowsReader.PagesAsync(Path, Hidden, cancellationToken))
        {
            rejected.AddRange(page.Rejected);
            progress.Report(page.Progress ?? 0);
            yield return page.Records;
        }
    }

    /// <summary>The same as the matcher may see them.</summary>
    /// <exception cref="UsageException">The file cannot be read any further.</exception>
    public IAsyncEnumerable<IReadOnlyList<SourceRecord>> ReadShownAsync(IProgress<double> progress, CancellationToken cancellationToken) =>
        ReadAsync([], progress, cancellationToken).Select(Shown);

    /// <summary>Rows without what is hidden.</summary>
    public IReadOnlyList<SourceRecord> Shown(IReadOnlyList<SourceRecord> rows) => Hidden.Count == 0 ? rows : [.. rows.Select(Shown)];

    /// <summary>A row without what is hidden.</summary>
    public SourceRecord Shown(SourceRecord row) => HiddenColumns.Without(row, Hidden);
}
