using System.Globalization;

namespace IntegrationHub.Connectors.Files.Snapshots;

/// <summary>Which file was taken as which run, beside the checkpoint: a connection read anew from the beginning gives its files the numbers they had, and a new file a higher one, so that no new version ever looks old.</summary>
/// <param name="folder">The connection's state folder.</param>
internal sealed class RunLedger(string folder)
{
    private string Name => Path.Combine(folder, "runs");

    /// <summary>The run of a file that is taken after the run <paramref name="after"/>.</summary>
    public long RunOf(string identity, long after)
    {
        var entries = Read();
        var known = entries.Where(entry => entry.Identity == identity && entry.Run > after).Select(entry => entry.Run).ToList();
        if (known.Count > 0)
        {
            return known.Min();
        }

        var run = Math.Max(after, entries.Select(entry => entry.Run).DefaultIfEmpty().Max()) + 1;
        Directory.CreateDirectory(folder);
        using var stream = new FileStream(Name, FileMode.Append, FileAccess.Write, FileShare.Read);
        stream.Write(System.Text.Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"\n{run} {identity}")));
        stream.Flush(flushToDisk: true);
        return run;
    }

    // A line cut short by a crash was never used: its file gets a number again.
    private List<(long Run, string Identity)> Read() => !File.Exists(Name) ? [] :
    [
        .. File.ReadLines(Name)
            .Select(line => line.Split(' '))
            .Where(words => words.Length == 2 && words[1].Length == 64)
            .Select(words => (long.Parse(words[0], CultureInfo.InvariantCulture), words[1])),
    ];
}
