using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Absorbing;
using IntegrationHub.Mdm.Registry.Storing;

namespace IntegrationHub.Hub.Ingestion;

/// <summary>Maps a page record by record; what gives nothing usable goes to quarantine with the reason, never to the floor.</summary>
/// <param name="connection">Name of the connection.</param>
/// <param name="map">Its mapping.</param>
/// <param name="rejectedKept">How long a body that could not be parsed is kept.</param>
/// <param name="clock">When records reach the hub.</param>
internal sealed class PageMapper(string connection, RecordMapping map, TimeSpan rejectedKept, TimeProvider clock)
{
    /// <summary>Code of a record whose mapping broke: a defect of the mapping engine, not of the record.</summary>
    public const string Broken = "mapping.broken";

    /// <summary>Code of a record that gave nobody and nothing, without an issue that says why.</summary>
    public const string Nothing = "mapping.nothing";

    private const int LongestKey = 400;

    public MappedPage Map(SourcePage page)
    {
        var at = clock.GetUtcNow();
        var arrivals = new List<Arrival>(page.Records.Count);
        var quarantine = page.Rejected.Select(rejected => Row(rejected, at)).ToList();
        foreach (var record in page.Records)
        {
            var (mapped, code) = TryMap(record, at);
            if (mapped is not null)
            {
                arrivals.Add(new Arrival(mapped, record.Body));
            }
            else
            {
                quarantine.Add(Row(record, code, at));
            }
        }

        return new MappedPage(arrivals, [.. quarantine.DistinctBy(row => row.Id)], page.Checkpoint, page.Progress);
    }

    /// <returns>The mapped record, or null and the code that says why not.</returns>
    public (MappedRecord? Mapped, string Code) TryMap(SourceRecord record, DateTimeOffset at)
    {
        if (record.Key.Length is 0 or > LongestKey)
        {
            return (null, "record.key-length");
        }

        if (record.Deleted)
        {
            return (Deletion(record), "");
        }

        try
        {
            var mapped = record.Proven ? Proof.Seal(map(connection, record, at)) : map(connection, record, at);
            var usable = mapped.Citizens.Count + mapped.Organisations.Count + mapped.LinkedItems.Count > 0;
            return usable ? (mapped, "") : (null, mapped.Issues.Count > 0 ? mapped.Issues[0].Code : Nothing);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            return (null, Broken);
        }
    }

    private MappedRecord Deletion(SourceRecord record) => new()
    {
        Key = new RecordKey(connection, record.Key),
        Version = new SourceVersion(record.Version.Number, record.Version.Text),
        Deleted = true,
        ChangedAt = record.ChangedAt,
    };

    /// <summary>A record that cannot be used, as it is kept.</summary>
    public QuarantineRow Row(SourceRecord record, string code, DateTimeOffset at) => new()
    {
        Id = Id(record.Key, $"{record.Version.Number}:{record.Version.Text}", record.Body.Span),
        Connection = connection,
        Key = record.Key,
        Version = new SourceVersion(record.Version.Number, record.Version.Text),
        ChangedAt = record.ChangedAt,
        Position = record.Key,
        Code = code,
        Body = record.Body,
        Parsed = true,
        RunId = "",
        At = at,
    };

    private QuarantineRow Row(RejectedRecord rejected, DateTimeOffset at) => new()
    {
        Id = Id(rejected.Position, rejected.Code, rejected.Raw.Span),
        Connection = connection,
        Position = rejected.Position,
        Code = rejected.Code,
        Body = rejected.Raw,
        Parsed = false,
        RunId = "",
        At = at,
        ExpiresAt = at + rejectedKept,
    };

    // Made of what it is, so that the same bad record read twice is one row, and a resumed run gives the ids of an undisturbed one.
    private Guid Id(string place, string version, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[4];
        foreach (var text in new[] { connection, place, version })
        {
            BinaryPrimitives.WriteInt32BigEndian(length, text.Length);
            hash.AppendData(length);
            hash.AppendData(Encoding.UTF8.GetBytes(text));
        }

        hash.AppendData(body);
        return new Guid(hash.GetHashAndReset().AsSpan(0, 16));
    }
}
