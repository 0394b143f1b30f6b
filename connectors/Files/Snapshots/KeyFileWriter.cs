namespace IntegrationHub.Connectors.Files.Snapshots;

/// <summary>Writes the keys of a file as it is read; they count only once complete and on the disk.</summary>
internal sealed class KeyFileWriter : IDisposable
{
    /// <summary>Ending of keys still being written, or left by a crash.</summary>
    public const string Unfinished = ".tmp";

    private readonly string path;
    private readonly FileStream stream;
    private readonly BinaryWriter writer;

    public KeyFileWriter(string path)
    {
        this.path = path;
        stream = new FileStream(path + Unfinished, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16);
        writer = new BinaryWriter(stream);
    }

    public void Add(string key) => writer.Write(key);

    public void Complete()
    {
        writer.Flush();
        stream.Flush(flushToDisk: true);
        writer.Dispose();
        File.Move(path + Unfinished, path, overwrite: true);
    }

    public void Dispose() => writer.Dispose();
}
