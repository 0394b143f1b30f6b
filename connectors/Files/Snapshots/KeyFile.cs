using System.Globalization;

namespace IntegrationHub.Connectors.Files.Snapshots;

/// <summary>The keys of a connection's last whole file, beside its checkpoint: what the next file leaves out is gone.</summary>
/// <param name="folder">The connection's state folder.</param>
internal sealed class KeyFile(string folder)
{
    public bool Exists(long run) => run > 0 && File.Exists(Name(run));

    /// <summary>The keys of the file taken by this run, in its order; none for a run that left none.</summary>
    public IEnumerable<string> Read(long run)
    {
        if (!Exists(run))
        {
            yield break;
        }

        using var stream = File.OpenRead(Name(run));
        using var reader = new BinaryReader(stream);
        while (stream.Position < stream.Length)
        {
            yield return reader.ReadString();
        }
    }

    /// <summary>Starts the keys of a run; nothing stands under its name before <see cref="KeyFileWriter.Complete"/>.</summary>
    public KeyFileWriter Write(long run)
    {
        Directory.CreateDirectory(folder);
        return new KeyFileWriter(Name(run));
    }

    /// <summary>Deletes the keys of earlier runs; a later one may be under way already.</summary>
    public void DropBefore(long run)
    {
        foreach (var (file, other) in All())
        {
            if (other < run)
            {
                File.Delete(file);
            }
        }
    }

    /// <summary>The last run before this one that left its keys; 0 for none. For a connection that is read anew: its records are still there.</summary>
    public long LatestBefore(long run) =>
        All().Where(entry => !entry.File.EndsWith(KeyFileWriter.Unfinished, StringComparison.Ordinal) && entry.Run < run).Select(entry => entry.Run).DefaultIfEmpty().Max();

    private IEnumerable<(string File, long Run)> All()
    {
        if (!Directory.Exists(folder))
        {
            yield break;
        }

        foreach (var file in Directory.GetFiles(folder, "keys-*"))
        {
            var number = Path.GetFileNameWithoutExtension(file)["keys-".Length..];
            if (long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var run))
            {
                yield return (file, run);
            }
        }
    }

    private string Name(long run) => Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"keys-{run}"));
}
