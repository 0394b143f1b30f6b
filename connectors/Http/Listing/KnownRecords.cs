using System.Collections.Concurrent;
using System.Text.Json;

namespace IntegrationHub.Connectors.Http.Listing;

/// <summary>What this connection told and the hub committed: so that a look-back or a whole read gives only what differs. Losing it costs a second telling, never a record.</summary>
public sealed class KnownRecords
{
    private readonly string path;

    // Pages are committed while the next ones are read.
    private readonly ConcurrentDictionary<string, KnownRecord> known = new(StringComparer.Ordinal);

    private KnownRecords(string path) => this.path = path;

    /// <summary>Live ones.</summary>
    public IEnumerable<KnownRecord> Live => known.Values.Where(record => record.Hash.Length > 0);

    public static KnownRecords Load(string folder)
    {
        var records = new KnownRecords(Path.Combine(folder, "known.jsonl"));
        if (File.Exists(records.path))
        {
            foreach (var line in File.ReadLines(records.path))
            {
                if (Read(line) is { } record)
                {
                    records.known[record.Key] = record;
                }
            }
        }

        return records;
    }

    public KnownRecord? Find(string key) => known.GetValueOrDefault(key);

    /// <summary>Called once these are committed.</summary>
    public void Add(IReadOnlyList<KnownRecord> records)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.AppendAllLines(path, records.Select(record => JsonSerializer.Serialize(record)));
        foreach (var record in records)
        {
            known[record.Key] = record;
        }
    }

    /// <summary>Drops what no look-back can meet again, and the lines that later ones replaced.</summary>
    public void KeepSince(DateTimeOffset? oldest)
    {
        foreach (var old in known.Values.Where(record => record.ChangedAt < oldest).ToList())
        {
            known.TryRemove(old.Key, out _);
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllLines(path + ".new", known.Values.Select(record => JsonSerializer.Serialize(record)));
        File.Move(path + ".new", path, overwrite: true);
    }

    // A line cut by a crash is one record that will be told again.
    private static KnownRecord? Read(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<KnownRecord>(line);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
