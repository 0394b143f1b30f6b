using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Mdm.Registry.Erasing;

/// <summary>Keyed hashes of the keys of erased people: enough to keep them out, not enough to say who they were.</summary>
internal sealed class Suppression(byte[] idKey)
{
    private readonly byte[] _key = HMACSHA256.HashData(idKey, "suppression"u8);
    private readonly HashSet<UInt128> _hashes = [];

    public void Add(byte[] hash) => _hashes.Add(BinaryPrimitives.ReadUInt128LittleEndian(hash));

    public bool Holds(RecordKey record) => _hashes.Count > 0 && _hashes.Contains(BinaryPrimitives.ReadUInt128LittleEndian(HashOf(record)));

    public bool Holds(PartKey part) => _hashes.Count > 0 && _hashes.Contains(BinaryPrimitives.ReadUInt128LittleEndian(HashOf(part)));

    /// <summary>Sixteen bytes for a whole record.</summary>
    public byte[] HashOf(RecordKey record) => Hash($"{record.Connection}\u001f{record.Key}");

    /// <summary>Sixteen bytes for one citizen of a record that speaks of others too.</summary>
    public byte[] HashOf(PartKey part) => Hash($"{part.Record.Connection}\u001f{part.Record.Key}\u001f{part.Part}");

    private byte[] Hash(string text) => HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(text))[..16];
}
