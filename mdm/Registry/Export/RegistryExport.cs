using System.Buffers;
using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Json;
using IntegrationHub.Mdm.Registry.Storing;

namespace IntegrationHub.Mdm.Registry.Export;

/// <summary>The registry and its feed as JSON lines in one canonical order, so that two runs compare byte for byte.</summary>
public static class RegistryExport
{
    private const int ChangesAtOnce = 5000;

    /// <summary>Every golden record in golden-id order, retired and erased ones too; a restricted one without its values.</summary>
    public static async Task WriteGoldensAsync(IRegistryReader reader, Stream target, CancellationToken cancellationToken)
    {
        var line = new ArrayBufferWriter<byte>(2048);
        await foreach (var row in reader.ReadAllGoldensAsync(cancellationToken))
        {
            var golden = row.Golden.State == GoldenState.Restricted ? row.Golden with { Citizen = new Citizen(), Provenance = [] } : row.Golden;
            await WriteLineAsync(target, line, golden, static (writer, value) => RegistryJson.Write(writer, value), cancellationToken);
        }
    }

    /// <summary>Every change in sequence order.</summary>
    public static async Task WriteChangesAsync(IRegistryReader reader, Stream target, CancellationToken cancellationToken)
    {
        var line = new ArrayBufferWriter<byte>(512);
        for (var after = 0L; ;)
        {
            var changes = await reader.ReadChangesAsync(after, ChangesAtOnce, cancellationToken);
            foreach (var change in changes)
            {
                await WriteLineAsync(target, line, change, static (writer, value) => RegistryJson.Write(writer, value), cancellationToken);
            }

            if (changes.Count == 0)
            {
                return;
            }

            after = changes[^1].Sequence;
        }
    }

    private static async Task WriteLineAsync<T>(Stream target, ArrayBufferWriter<byte> line, T value, Action<System.Text.Json.Utf8JsonWriter, T> write, CancellationToken cancellationToken)
    {
        line.ResetWrittenCount();
        using (var writer = RegistryJson.NewWriter(line))
        {
            write(writer, value);
        }

        line.Write("\n"u8);
        await target.WriteAsync(line.WrittenMemory, cancellationToken);
    }
}
