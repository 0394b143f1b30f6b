using System.Globalization;
using IntegrationHub.Connectors.Files.Reading;
using IntegrationHub.Connectors.Files.Settings;
using IntegrationHub.Connectors.Files.Snapshots;

namespace IntegrationHub.Connectors.Files;

/// <summary>Gives every row of one file its record key, in file order; it must see all rows from the first.</summary>
internal sealed class RowIdentity(FileSettings settings)
{
    private readonly KeySet seen = new();
    private readonly Dictionary<UInt128, int> repeats = [];

    /// <summary>Only then must a resumed read go through the rows before the checkpoint again.</summary>
    public bool NeedsAllRows => settings.Mode == SnapshotMode.Snapshot || (settings.Key.Count == 0 && settings.IdenticalRows == IdenticalRows.Numbered);

    /// <param name="row">A good row.</param>
    /// <param name="isNew">No row before had this key.</param>
    /// <returns>Null when a row before has the key and the file is to hold each once.</returns>
    public string? KeyOf(FileRow row, out bool isNew)
    {
        isNew = true;
        if (row.Key is not null)
        {
            isNew = settings.Mode == SnapshotMode.Delta || seen.Add(HashOf(row.Key));
            return isNew ? row.Key : null;
        }

        var hash = RowKey.Hash(row.Hashed.Span);
        var text = RowKey.Text(hash);
        if (!NeedsAllRows)
        {
            return text;
        }

        isNew = seen.Add(HashOf(text));
        if (isNew || settings.IdenticalRows == IdenticalRows.One)
        {
            return text;
        }

        var number = repeats.GetValueOrDefault(hash, 1) + 1;
        repeats[hash] = number;
        text = string.Create(CultureInfo.InvariantCulture, $"{text}-{number}");
        isNew = seen.Add(HashOf(text));
        return text;
    }

    /// <summary>True when the file held the key; for whole files only.</summary>
    public bool Has(string key) => seen.Contains(HashOf(key));

    // FNV-1a with the finishing step of MurmurHash3, over UTF-16: spreads well, and costs a tenth of a cryptographic hash.
    private static ulong HashOf(string key)
    {
        var hash = 14695981039346656037UL;
        foreach (var letter in key)
        {
            hash = (hash ^ letter) * 1099511628211UL;
        }

        hash = (hash ^ (hash >> 33)) * 0xff51afd7ed558ccdUL;
        hash = (hash ^ (hash >> 33)) * 0xc4ceb9fe1a85ec53UL;
        return hash ^ (hash >> 33);
    }
}
