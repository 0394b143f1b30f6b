namespace IntegrationHub.Connectors.Crm.Dataverse;

/// <summary>The ids a connection ever gave, and those of the full read under way: 17 bytes each (the id, and whether it is still there) beside the checkpoint. After an expired delta token nothing else can tell what was deleted meanwhile.</summary>
internal sealed class KnownRows(string folder)
{
    private const int Size = 17;

    private readonly string known = Path.Combine(folder, "rows.known");
    private readonly string seen = Path.Combine(folder, "rows.seen");

    /// <summary>A full read begins: nothing is seen yet.</summary>
    public void Begin()
    {
        Directory.CreateDirectory(folder);
        File.WriteAllBytes(seen, []);
    }

    /// <summary>How many rows of the full read under way are kept; more than its checkpoint says after a stop between page and commit.</summary>
    public long Seen => File.Exists(seen) ? new FileInfo(seen).Length / Size : 0;

    public void AddSeen(IEnumerable<(Guid Id, bool Deleted)> ids) => Append(seen, ids);

    public void AddKnown(IEnumerable<(Guid Id, bool Deleted)> ids) => Append(known, ids);

    /// <summary>Rows that earlier reads gave and this full read did not.</summary>
    public (IReadOnlyList<Guid> Gone, long Known) Compare()
    {
        var (before, now) = (Read(known), Read(seen));
        return ([.. before.Where(id => !now.Contains(id)).Order()], before.Count);
    }

    /// <summary>The full read is committed: its rows are what is known.</summary>
    public void Complete()
    {
        if (File.Exists(seen))
        {
            File.Move(seen, known, overwrite: true);
        }
    }

    /// <summary>The full read under way lost its notes: it will not be compared.</summary>
    public void Forget()
    {
        if (File.Exists(seen))
        {
            File.Delete(seen);
        }
    }

    private void Append(string path, IEnumerable<(Guid Id, bool Deleted)> ids)
    {
        Directory.CreateDirectory(folder);
        using var file = new FileStream(path, FileMode.Append, FileAccess.Write);
        foreach (var (id, deleted) in ids)
        {
            file.Write(id.ToByteArray());
            file.WriteByte(deleted ? (byte)0 : (byte)1);
        }
    }

    private static HashSet<Guid> Read(string path)
    {
        var ids = new HashSet<Guid>();
        if (File.Exists(path))
        {
            var bytes = File.ReadAllBytes(path);
            for (var at = 0; at + Size <= bytes.Length; at += Size)
            {
                var id = new Guid(bytes.AsSpan(at, Size - 1));
                _ = bytes[at + Size - 1] == 0 ? ids.Remove(id) : ids.Add(id);
            }
        }

        return ids;
    }
}
