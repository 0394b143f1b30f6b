using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Storing;

namespace IntegrationHub.Mdm.Registry.Json;

/// <summary>The one JSON form of the registry's records: UTF-8, properties in a fixed order, null, empty and default values left out.</summary>
/// <remarks>Equal records give equal bytes: storage, content hashes, change detection and export all rest on it. Unknown properties are skipped
/// when reading, so that an older program reads what a newer one wrote. Written by hand: generated serializers lose the defaults of init-only lists.</remarks>
public static class RegistryJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static byte[] Write(Citizen citizen) => Bytes(citizen, CitizenJson.Write);

    public static byte[] Write(GoldenRecord golden) => Bytes(golden, GoldenJson.Write);

    public static byte[] Write(RegistryChange change) => Bytes(change, ChangeJson.Write);

    /// <summary>The row's lists; its record id is not part of the form.</summary>
    public static byte[] Write(LinkedRow linked) => Bytes(linked, LinkedJson.Write);

    public static byte[] Write(IReadOnlyList<Provenance> provenance) => Array(provenance, GoldenJson.Write);

    public static byte[] Write(IReadOnlyList<PartKey> keys) => Array(keys, PartKeyJson.Write);

    /// <summary>A golden record's <see cref="GoldenRow.Overrides"/>; empty for null.</summary>
    public static IReadOnlyList<Survivorship.Override> ReadOverrides(string? json) => OverrideJson.Read(json);

    public static Citizen ReadCitizen(ReadOnlySpan<byte> json) => Parse(json, CitizenJson.Read);

    public static GoldenRecord ReadGolden(ReadOnlySpan<byte> json) => Parse(json, GoldenJson.Read);

    public static RegistryChange ReadChange(ReadOnlySpan<byte> json) => Parse(json, ChangeJson.Read);

    public static LinkedRow ReadLinked(int recordId, ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        return LinkedJson.Read(recordId, ref reader);
    }

    public static IReadOnlyList<Provenance> ReadProvenance(ReadOnlySpan<byte> json) => List(json, GoldenJson.ReadProvenance);

    public static IReadOnlyList<PartKey> ReadPartKeys(ReadOnlySpan<byte> json) => List(json, PartKeyJson.Read);

    /// <summary>A writer of this form, for those who reuse their buffers.</summary>
    public static Utf8JsonWriter NewWriter(IBufferWriter<byte> target) => new(target, Options);

    public static void Write(Utf8JsonWriter writer, Citizen citizen) => CitizenJson.Write(writer, citizen);

    public static void Write(Utf8JsonWriter writer, GoldenRecord golden) => GoldenJson.Write(writer, golden);

    public static void Write(Utf8JsonWriter writer, RegistryChange change) => ChangeJson.Write(writer, change);

    public static void Write(Utf8JsonWriter writer, LinkedRow linked) => LinkedJson.Write(writer, linked);

    private static byte[] Bytes<T>(T value, Action<Utf8JsonWriter, T> write)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using var writer = NewWriter(buffer);
        write(writer, value);
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    internal static byte[] Array<T>(IReadOnlyList<T> values, Action<Utf8JsonWriter, T> write) => Bytes(values, (writer, list) =>
    {
        writer.WriteStartArray();
        foreach (var value in list)
        {
            write(writer, value);
        }

        writer.WriteEndArray();
    });

    private static T Parse<T>(ReadOnlySpan<byte> json, JsonItem<T> item)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        return item(ref reader);
    }

    internal static List<T> List<T>(ReadOnlySpan<byte> json, JsonItem<T> item)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        return JsonParts.ReadList(ref reader, item);
    }
}
