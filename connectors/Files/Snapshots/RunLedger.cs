using System.Globalization;

namespace IntegrationHub.Connectors.Files.Snapshots;

/// <summary>Which file was taken as which run, beside the checkpoint: a connection read anew from the beginning gives its files the numbers they had, and a new file a higher one, so that no new version ever looks old.</summary>
/// <param name="folder">The connection's state folder.</param>
internal sealed class RunLedger(string folder)
{
    private readonly Dictionary<string, List<long>> runs = new(StringComparer.Ordinal);
    private long latest = -1;

    private string Name => Path.Combine(folder, "runs");

    /// <summary>The run of a file that is taken after the run <paramref name="after"/>.</summary>
    public long RunOf(string identity, long after)
    {
        Read();
        if (runs.TryGetValue(identity, out var known) && known.Where(run => run > after).Order().FirstOrDefault() is > 0 and var again)
        {
            return again;
        }

        var next = Math.Max(after, latest) + 1;
        Directory.CreateDirectory(folder);
        using var stream = new FileStream(Name, FileMode.Append, FileAccess.Write, FileShare.Read);
        stream.Write(System.Text.Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"\n{next} {identity}")));
        stream.Flush(flushToDisk: true);
        Add(next, identity);
        return next;
    }

    // Once for a run of the connection: a folder of messages has a line for each. A line cut short by a crash was never used: its file gets a number again.
    private void Read()
    {
        if (latest >= 0)
        {
            return;
        }

        latest = 0;
        foreach (var words in (File.Exists(Name) ? File.ReadLines(Name) : []).Select(line => line.Split(' ')).Where(words => words.Length == 2 && words[1].Length == 64))
        {
            Add(long.Parse(words[0], CultureInfo.InvariantCulture), words[1]);
        }
    }

    private void Add(long run, string identity)
    {
        latest = Math.Max(latest, run);
        if (!runs.TryGetValue(identity, out var known))
        {
            runs[identity] = known = [];
        }

        known.Add(run);
    }
}
