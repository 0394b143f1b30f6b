using System.Globalization;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Files.Reading;
using IntegrationHub.Connectors.Files.Settings;
using IntegrationHub.Connectors.Files.Snapshots;

namespace IntegrationHub.Connectors.Files;

/// <summary>One file from a checkpoint to its end: pages of rows, and for a whole file pages of what it no longer holds.</summary>
internal sealed class FileRun : IDisposable
{
    private const int PageBytes = 4 << 20;
    private readonly string path;
    private readonly FileFacts facts;
    private readonly FileSettings settings;
    private readonly ConnectionContext context;
    private readonly RowReader reader;
    private readonly RowIdentity identity;
    private readonly SnapshotComparison? comparison;
    private FileCheckpoint at;

    /// <exception cref="FileRefusedException">The file as a whole cannot be read.</exception>
    public FileRun(string path, FileFacts facts, FileFormat format, FileSettings settings, ConnectionContext context, FileCheckpoint at)
    {
        (this.path, this.facts, this.settings, this.context, this.at) = (path, facts, settings, context, at);
        identity = new RowIdentity(settings);
        reader = identity.NeedsAllRows ? format.Open(path, facts, 0, 0) : format.Open(path, facts, at.Offset, at.Lines);
        comparison = settings.Mode == SnapshotMode.Snapshot && !context.Preview ? new SnapshotComparison(context, at, identity) : null;
    }

    public bool Done => at.Phase == FilePhase.Done;

    /// <summary>The next page, or the failure that ends the read. Not after <see cref="Done"/>.</summary>
    /// <exception cref="IOException">The file cannot be read any further.</exception>
    public SourceRead Next(CancellationToken cancellationToken)
    {
        PassOver(cancellationToken);
        return at.Phase == FilePhase.Rows ? ReadRows(cancellationToken) : ReadGone();
    }

    public void Dispose()
    {
        reader.Dispose();
        comparison?.Dispose();
    }

    // After a resume: the rows before the checkpoint only count, for repeats and for what the file holds.
    private void PassOver(CancellationToken cancellationToken)
    {
        while (reader.Offset < at.Offset && reader.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            Take(reader.Row, out _);
        }
    }

    private SourceRead.Page ReadRows(CancellationToken cancellationToken)
    {
        var records = new List<SourceRecord>(Math.Min(settings.PageSize, 4096));
        var rejected = new List<RejectedRecord>();
        var bytes = 0;
        var more = true;
        while (records.Count + rejected.Count < settings.PageSize && bytes < PageBytes && (more = reader.Read()))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var row = reader.Row;
            if (Take(row, out var code) is { } key)
            {
                records.Add(Record(key, row));
                bytes += row.Body.Json.Length;
            }
            else
            {
                rejected.Add(new RejectedRecord(Position(row), code!, row.Code is null ? row.Body.Json.ToArray() : row.Raw));
                bytes += row.Raw.Length;
            }
        }

        at = at with
        {
            Offset = reader.Offset,
            Lines = reader.Lines,
            Taken = at.Taken || records.Count > 0,
            Rejected = at.Rejected || rejected.Count > 0,
        };
        if (!more)
        {
            FileScan.RequireUnchanged(path, facts);
            at = at with { Phase = comparison is null ? FilePhase.Done : FilePhase.Gone, Offset = facts.Size };
        }

        return Page(records, rejected);
    }

    private SourceRead ReadGone()
    {
        if (comparison!.Brake(at) is { } held)
        {
            return new SourceRead.Failed(held);
        }

        var (gone, looked, ended) = comparison.Next(at, settings.PageSize);
        var records = gone.Select(key => new SourceRecord { Key = key, Version = new RecordVersion(at.Run), Deleted = true }).ToList();
        at = at with { Gone = looked };
        if (!ended)
        {
            return Page(records, []);
        }

        comparison.Complete();
        at = at with { Phase = FilePhase.Done, Gone = 0, Keys = at.Run };
        return Page(records, comparison.Withheld ? [new RejectedRecord(Path.GetFileName(path), "snapshot.incomplete", default)] : []);
    }

    // The row's key, or the code of what is wrong with it.
    private string? Take(FileRow row, out string? code)
    {
        code = row.Code;
        if (code is not null)
        {
            comparison?.Unreadable();
            return null;
        }

        var key = identity.KeyOf(row, out var isNew);
        code = key is null ? "row.key-twice" : null;
        if (key is not null && isNew)
        {
            comparison?.Holds(key);
        }

        return key;
    }

    private SourceRecord Record(string key, FileRow row) => new()
    {
        Key = key,
        Version = new RecordVersion(at.Run, row.Line.ToString("D12", CultureInfo.InvariantCulture)),
        Content = row.Body.Copy(),
    };

    private string Position(FileRow row) => string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(path)}:{row.Place ?? row.Line.ToString(CultureInfo.InvariantCulture)}");

    private SourceRead.Page Page(IReadOnlyList<SourceRecord> records, IReadOnlyList<RejectedRecord> rejected) =>
        new(new SourcePage(records, rejected, at.Write()) { Progress = at.Phase != FilePhase.Rows || facts.Size == 0 ? 1 : Math.Min(1, (double)reader.Position / facts.Size) });
}
