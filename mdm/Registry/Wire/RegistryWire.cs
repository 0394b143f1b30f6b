using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Json;
using IntegrationHub.Mdm.Registry.Storing;

namespace IntegrationHub.Mdm.Registry.Wire;

/// <summary>The compact form in which values are stored and hashed: Protocol Buffers' wire format, described in <c>registry.proto</c> beside this file.</summary>
/// <remarks>A third of the time of JSON and half its size. Equal values give equal bytes. A field number once used is never given another meaning.</remarks>
public static class RegistryWire
{
    public static byte[] Write(Citizen citizen)
    {
        var writer = new WireWriter();
        CitizenWire.Write(writer, citizen);
        return writer.Written.ToArray();
    }

    public static void Write(WireWriter writer, Citizen citizen) => CitizenWire.Write(writer, citizen);

    /// <summary>What a mapping made of a record, without its key and version: what the content hash is taken of, never read back.</summary>
    public static void Write(WireWriter writer, MappedRecord record)
    {
        writer.Flag(1, record.Deleted);
        writer.Instant(2, record.ChangedAt);
        writer.Messages(3, record.Citizens, static (w, part) =>
        {
            w.Text(1, part.Part);
            w.Message(2, part.Citizen, CitizenWire.Write);
        });
        if (record.Organisations.Count + record.Relationships.Count + record.LinkedItems.Count > 0)
        {
            writer.Bytes(4, RegistryJson.Write(new LinkedRow(0, record.Organisations, record.Relationships, record.LinkedItems)));
        }
    }

    public static Citizen ReadCitizen(ReadOnlySpan<byte> bytes) => CitizenWire.Read(new WireReader(bytes));

    /// <summary>Part keys one after another: connection (empty: the one before's), key, part.</summary>
    public static void Write(WireWriter writer, IReadOnlyList<PartKey> keys)
    {
        var connection = "";
        for (var i = 0; i < keys.Count; i++)
        {
            var (record, part) = (keys[i].Record, keys[i].Part);
            writer.Bare(record.Connection == connection ? "" : record.Connection);
            writer.Bare(record.Key);
            writer.Bare(part);
            connection = record.Connection;
        }
    }

    public static IReadOnlyList<PartKey> ReadPartKeys(ReadOnlySpan<byte> bytes)
    {
        var keys = new List<PartKey>(2);
        var reader = new WireReader(bytes);
        var connection = "";
        while (!reader.AtEnd)
        {
            var named = reader.Text();
            connection = named.Length == 0 ? connection : named;
            keys.Add(new PartKey(connection, reader.Text(), reader.Text()));
        }

        return keys;
    }
}
