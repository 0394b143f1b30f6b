using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Abstractions.Privacy;
using IntegrationHub.Connectors.Files.Settings;
using IntegrationHub.Host.Cli;

namespace IntegrationHub.Host.Linkage;

/// <summary>Reads a file through its connector, without a hub: nothing is stored.</summary>
public static class FileRowsReader
{
    private const int Looked = 1000;

    /// <param name="path">CSV, TSV or JSON lines, told by its extension.</param>
    /// <param name="hashOmits">Columns left out of the row's key, because they tell the truth.</param>
    /// <param name="terminal">For the progress and for errors in the user's language.</param>
    /// <param name="cancellationToken">Stops between pages.</param>
    /// <exception cref="UsageException">The file cannot be read as a whole.</exception>
    public static Task<FileRows> ReadAsync(string path, IReadOnlyList<string> hashOmits, Terminal terminal, CancellationToken cancellationToken) =>
        terminal.FollowAsync(terminal.Words["cli.reading", Path.GetFileName(path)], progress => ReadAsync(path, hashOmits, progress, cancellationToken));

    /// <summary>The rows of the first page.</summary>
    /// <exception cref="UsageException">The file cannot be read as a whole.</exception>
    public static async Task<IReadOnlyList<SourceRecord>> SampleAsync(string path, CancellationToken cancellationToken)
    {
        await foreach (var page in PagesAsync(path, [], cancellationToken))
        {
            return page.Records;
        }

        return [];
    }

    /// <summary>Whether what stands in these columns stands in no two rows that differ. Rows that lack one of them will be rejected, and a row written twice is one.</summary>
    /// <exception cref="UsageException">The file cannot be read as a whole.</exception>
    public static Task<bool> IsKeyAsync(string path, IReadOnlyList<string> columns, Terminal terminal, CancellationToken cancellationToken) =>
        terminal.FollowAsync(terminal.Words["cli.checking-key", string.Join(" + ", columns)], progress => IsKeyAsync(path, columns, progress, cancellationToken));

    private static async Task<bool> IsKeyAsync(string path, IReadOnlyList<string> columns, IProgress<double> progress, CancellationToken cancellationToken)
    {
        // Hashes: ten million rows and their keys would not fit.
        var (read, values, seen) = (new RowColumns(columns), new string?[columns.Count], new Dictionary<ulong, ulong>());
        await foreach (var page in PagesAsync(path, [], cancellationToken))
        {
            foreach (var row in page.Records)
            {
                // A key inside an object of the record is not among its columns: it is believed.
                read.Read(row, values);
                if (values.Any(string.IsNullOrWhiteSpace))
                {
                    continue;
                }

                var body = Hash(row.Body.Span);
                ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(seen, Hash(Encoding.UTF8.GetBytes(string.Join('\u001f', values.Select(value => value!.Trim())))), out var again);
                if (again && known != body)
                {
                    return false;
                }

                known = body;
            }

            progress.Report(page.Progress ?? 0);
        }

        return true;

        static ulong Hash(ReadOnlySpan<byte> bytes) => BitConverter.ToUInt64(SHA256.HashData(bytes));
    }

    /// <summary>The file page by page.</summary>
    /// <exception cref="UsageException">The file cannot be read as a whole.</exception>
    public static async IAsyncEnumerable<SourcePage> PagesAsync(string path, IReadOnlyList<string> hashOmits, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var read in Open(path, hashOmits).ReadAsync(after: null, cancellationToken))
        {
            switch (read)
            {
                case SourceRead.Page { Value: var page }:
                    yield return page;
                    break;
                case SourceRead.Failed { Failure: var failure }:
                    throw new UsageException(failure.Detail);
            }
        }
    }

    private static ISource Open(string path, IReadOnlyList<string> hashOmits)
    {
        var connector = Catalogues.FileConnectors.For(path);
        var context = new ConnectionContext { Connection = "file", StateFolder = Path.GetTempPath(), Preview = true, Forbidden = ForbiddenFields.None };
        return connector.OpenSource(Settings(connector, path, hashOmits), context);
    }

    private static async Task<FileRows> ReadAsync(string path, IReadOnlyList<string> hashOmits, IProgress<double> progress, CancellationToken cancellationToken)
    {
        var rows = new List<SourceRecord>();
        var rejected = new List<RejectedRecord>();
        await foreach (var page in PagesAsync(path, hashOmits, cancellationToken))
        {
            rows.AddRange(page.Records);
            rejected.AddRange(page.Rejected);
            progress.Report(page.Progress ?? 0);
        }

        return new FileRows(rows, Columns(rows), rejected);
    }

    // Made as they are, not bound from a document: a one-shot starts sooner without reflection.
    private static FileSettings Settings(Connector connector, string path, IReadOnlyList<string> hashOmits) =>
        connector.Manifest.Settings == typeof(CsvSettings) ? new CsvSettings { Path = path, HashOmits = hashOmits } : new JsonLinesSettings { Path = path };

    /// <summary>Names of the columns, in file order.</summary>
    public static IReadOnlyList<string> Columns(IReadOnlyList<SourceRecord> rows)
    {
        var columns = new List<string>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in rows.Take(Looked))
        {
            using var json = JsonDocument.Parse(row.Body);
            columns.AddRange(json.RootElement.EnumerateObject().Select(column => column.Name).Where(known.Add));
        }

        return columns;
    }
}
