using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using IntegrationHub.Connectors.Abstractions;

namespace IntegrationHub.Connectors.Files.Drop;

/// <summary>What was dropped last of each record, as version and fingerprint: a record that comes twice is dropped once. About sixty bytes a record, kept beside the connection's state.</summary>
internal sealed class DropLedger
{
    private readonly string _file;
    private readonly Dictionary<string, (long Version, ulong Mark)> _last = new(StringComparer.Ordinal);

    public DropLedger(string folder)
    {
        _file = Path.Combine(folder, "dropped.txt");
        Directory.CreateDirectory(folder);
        foreach (var line in File.Exists(_file) ? File.ReadLines(_file) : [])
        {
            // A line cut by a crash is a record that is dropped once more, not lost.
            if (line.Split(' ') is [var key, var version, var mark]
                && long.TryParse(version, CultureInfo.InvariantCulture, out var number) && ulong.TryParse(mark, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var print) && mark.Length == 16)
            {
                _last[key] = (number, print);
            }
        }

        Compact();
    }

    public SinkEffect Judge(OutgoingRecord record)
    {
        var known = _last.TryGetValue(record.Key, out var last);
        return known && (last.Version > record.Version || last.Mark == Mark(record)) ? SinkEffect.Unchanged
            : record.Deleted ? known ? SinkEffect.Deleted : SinkEffect.Unchanged
            : known ? SinkEffect.Updated : SinkEffect.Created;
    }

    /// <summary>The file with these records stands in its place.</summary>
    public void Dropped(IReadOnlyList<OutgoingRecord> records)
    {
        foreach (var record in records)
        {
            _last[record.Key] = (record.Version, Mark(record));
        }

        File.AppendAllLines(_file, records.Select(record => Line(record.Key, record.Version, Mark(record))));
    }

    private void Compact()
    {
        var fresh = _file + ".new";
        File.WriteAllLines(fresh, _last.Select(pair => Line(pair.Key, pair.Value.Version, pair.Value.Mark)));
        File.Move(fresh, _file, overwrite: true);
    }

    private static string Line(string key, long version, ulong mark) => string.Create(CultureInfo.InvariantCulture, $"{key} {version} {mark:X16}");

    private static ulong Mark(OutgoingRecord record)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(record.Body.Span, hash);
        return record.Deleted ? ulong.MaxValue : BinaryPrimitives.ReadUInt64BigEndian(hash) >> 1;
    }
}
