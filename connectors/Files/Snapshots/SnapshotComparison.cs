using IntegrationHub.Connectors.Abstractions;

namespace IntegrationHub.Connectors.Files.Snapshots;

/// <summary>Compares a whole file with the whole file before it: what is missing is gone, unless a row that cannot be read might be it.</summary>
internal sealed class SnapshotComparison : IDisposable
{
    private readonly ConnectionContext context;
    private readonly KeyFile files;
    private readonly KeyFileWriter writer;
    private readonly RowIdentity identity;
    private readonly long previous;
    private IEnumerator<string>? keys;
    private long looked;
    private long unreadable;

    public SnapshotComparison(ConnectionContext context, FileCheckpoint at, RowIdentity identity)
    {
        (this.context, this.identity, previous) = (context, identity, at.Keys);
        files = new KeyFile(context.StateFolder);
        writer = files.Write(at.Run);
        if (previous > 0 && !files.Exists(previous))
        {
            Log.KeysGone(context.Log, context.Connection, previous, at.File);
        }
    }

    /// <summary>Records are missing, but rows could not be read: nothing was told as deleted, and the missing keys are kept for the next file.</summary>
    public bool Withheld { get; private set; }

    public void Holds(string key) => writer.Add(key);

    public void Unreadable() => unreadable++;

    /// <summary>The failure that holds the run when too much would go; asked before the first deletion only.</summary>
    public Failure? Brake(FileCheckpoint at)
    {
        if (at.Gone > 0 || keys is not null || unreadable > 0 || context.BrakeReleased)
        {
            return null;
        }

        long total = 0;
        long missing = 0;
        foreach (var key in files.Read(previous))
        {
            total++;
            missing += identity.Has(key) ? 0 : 1;
        }

        return context.Brake.Holds(missing, total)
            ? new Failure(FailureKind.Held, "brake.deletions", $"{missing} of {total} records are no longer in {at.File}; the brake holds above {context.Brake}. Approve the run if they are truly gone; else put a complete file in its place.")
            : null;
    }

    /// <summary>The next keys that are gone.</summary>
    /// <returns>The keys; how many previous keys were looked at in all; and whether that was the last.</returns>
    public (IReadOnlyList<string> Gone, long Looked, bool Ended) Next(FileCheckpoint at, int limit)
    {
        Start(at.Gone);
        var gone = new List<string>();
        while (gone.Count < limit)
        {
            if (!keys!.MoveNext())
            {
                return (gone, looked, true);
            }

            looked++;
            if (identity.Has(keys.Current))
            {
                continue;
            }

            if (unreadable > 0)
            {
                Withheld = true;
                writer.Add(keys.Current);
                continue;
            }

            gone.Add(keys.Current);
        }

        return (gone, looked, false);
    }

    /// <summary>From now on the next file is compared with this one.</summary>
    public void Complete() => writer.Complete();

    public void Dispose()
    {
        keys?.Dispose();
        writer.Dispose();
    }

    private void Start(long from)
    {
        if (keys is not null)
        {
            return;
        }

        keys = files.Read(previous).GetEnumerator();
        while (looked < from && keys.MoveNext())
        {
            looked++;
        }
    }
}
