using System.Runtime.CompilerServices;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Files.Inbox;
using IntegrationHub.Connectors.Files.Reading;
using IntegrationHub.Connectors.Files.Settings;
using IntegrationHub.Connectors.Files.Snapshots;

namespace IntegrationHub.Connectors.Files;

/// <summary>Takes file after file, each as one run.</summary>
internal sealed class FileSource(FileSettings settings, FileFormat format, ConnectionContext context) : ISource
{
    private readonly FileInbox inbox = new(settings, context.Time);
    private readonly RunLedger ledger = new(context.StateFolder);

    public async IAsyncEnumerable<SourceRead> ReadAsync(Checkpoint? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask; // files are read where the caller stands; it reads ahead if it wants
        var at = FileCheckpoint.Read(after);
        if (at is null)
        {
            yield return Failed(FailureKind.Denied, "file.checkpoint", "The stored checkpoint is not one of a file source: reset the connection to read its files from the beginning.");
            yield break;
        }

        if (!inbox.IsFolder && !File.Exists(settings.Path))
        {
            yield return Failed(FailureKind.Passing, "file.missing", $"There is no file or folder {settings.Path}: check the path and that the share is mounted.");
            yield break;
        }

        var (taken, waiting) = (new HashSet<string>(StringComparer.Ordinal), new Queue<string>());
        while (Look(at, taken, waiting, out var failure) is { } path)
        {
            if (failure is not null)
            {
                yield return new SourceRead.Failed(failure);
                yield break;
            }

            foreach (var read in Take(path, at, cancellationToken))
            {
                if (read is SourceRead.Page(var page))
                {
                    at = FileCheckpoint.Read(page.Checkpoint)!;
                }

                yield return read;
                if (read is SourceRead.Failed)
                {
                    yield break;
                }
            }

            taken.Add(Path.GetFileName(path));
        }
    }

    public ValueTask CommittedAsync(Checkpoint checkpoint, CancellationToken cancellationToken)
    {
        if (FileCheckpoint.Read(checkpoint) is not { Phase: FilePhase.Done } at)
        {
            return ValueTask.CompletedTask;
        }

        try
        {
            if (at.Rejected && !at.Taken)
            {
                inbox.Park(at.File, new Failure(FailureKind.Refused, "file.all-rejected", "No row of this file could be read; the quarantine shows why."));
            }
            else
            {
                inbox.Finish(at.File);
            }

            new KeyFile(context.StateFolder).DropBefore(at.Keys);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Log.NotMoved(context.Log, context.Connection, at.File, error.GetType().Name);
        }

        return ValueTask.CompletedTask;
    }

    // The next file, or null for none; with a failure when the folder itself cannot be read. A folder of ten thousand messages is not listed ten thousand times.
    private string? Look(FileCheckpoint at, HashSet<string> taken, Queue<string> waiting, out Failure? failure)
    {
        failure = null;
        try
        {
            if (waiting.Count == 0)
            {
                foreach (var path in inbox.Waiting(at.Phase == FilePhase.Done ? null : at.File).Where(path => !taken.Contains(Path.GetFileName(path))))
                {
                    waiting.Enqueue(path);
                }
            }

            while (waiting.TryDequeue(out var next))
            {
                if (inbox.IsReady(next))
                {
                    return next;
                }
            }

            return null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            var denied = error is UnauthorizedAccessException;
            failure = new Failure(denied ? FailureKind.Denied : FailureKind.Passing, denied ? "file.denied" : "file.io",
                $"{settings.Path} cannot be listed ({error.GetType().Name}): check that the share is mounted and that the hub's account may read it.");
            return settings.Path;
        }
    }

    private IEnumerable<SourceRead> Take(string path, FileCheckpoint at, CancellationToken cancellationToken)
    {
        FileRun? run = null;
        try
        {
            while (run is not { Done: true })
            {
                var read = Step(ref path, at, ref run, cancellationToken);
                if (read is null)
                {
                    yield break;
                }

                yield return read;
                if (read is SourceRead.Failed)
                {
                    yield break;
                }
            }
        }
        finally
        {
            run?.Dispose();
        }
    }

    // Null when there is nothing to take from this file.
    private SourceRead? Step(ref string path, FileCheckpoint at, ref FileRun? run, CancellationToken cancellationToken)
    {
        try
        {
            if (run is null)
            {
                path = context.Preview ? path : inbox.Claim(path);
                run = Begin(path, at, cancellationToken);
            }

            return run?.Next(cancellationToken);
        }
        catch (FileRefusedException refused)
        {
            if (!context.Preview && refused.Failure.Kind == FailureKind.Refused)
            {
                inbox.Park(Path.GetFileName(path), refused.Failure);
            }

            Log.Refused(context.Log, context.Connection, Path.GetFileName(path), refused.Failure.Code);
            return new SourceRead.Failed(refused.Failure);
        }
        catch (UnauthorizedAccessException)
        {
            return Failed(FailureKind.Denied, "file.denied", $"The hub may not read {Path.GetFileName(path)}, or not write in its folder: give its account the right.");
        }
        catch (IOException error)
        {
            return Failed(FailureKind.Passing, "file.io", $"{Path.GetFileName(path)} cannot be read any further ({error.GetType().Name}): it is being written, or the share is away; the next run goes on.");
        }
    }

    private FileRun? Begin(string path, FileCheckpoint at, CancellationToken cancellationToken)
    {
        var facts = FileScan.Of(path, format.Encoding, cancellationToken).ReadBy(context.ReadBy, settings.Key);
        var name = Path.GetFileName(path);
        if (at.Phase == FilePhase.Done && at.Identity == facts.Identity)
        {
            Log.Skipped(context.Log, context.Connection, name);
            if (!context.Preview)
            {
                inbox.Finish(name);
            }

            return null;
        }

        if (at.Identity != facts.Identity)
        {
            var run = context.Preview ? at.Run + 1 : ledger.RunOf(facts.Identity, at.Run);
            at = new FileCheckpoint { Run = run, File = name, Identity = facts.Identity, Keys = at.Keys > 0 ? at.Keys : new KeyFile(context.StateFolder).LatestBefore(run) };
        }

        if (facts.Size <= facts.Start && settings.Mode == SnapshotMode.Snapshot)
        {
            throw new FileRefusedException("file.empty", $"{name} is empty. A whole file without a single line is a broken export: nothing is deleted.");
        }

        Log.Taking(context.Log, context.Connection, name, at.Run, at.Offset);
        return new FileRun(path, facts, facts.Size <= facts.Start ? new EmptyFormat() : format, settings, context, at);
    }

    private static SourceRead.Failed Failed(FailureKind kind, string code, string detail) => new(new Failure(kind, code, detail));
}
