using System.Buffers;
using System.Text;
using System.Text.Json;
using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Json;
using IntegrationHub.Mdm.Registry.Storing;

namespace IntegrationHub.Host.Rights;

/// <summary>Everything held about one person, as one JSON document for that person (RGPD articles 15 and 20).</summary>
/// <remarks>Nobody else's data go with it: of a record that speaks of several people only the person's own part, and no past version that a wrong
/// merge had filled with somebody else's values. How many were held back stands in the document.</remarks>
public sealed class PersonExport(IRegistryReader registry, IRegistryStore store, RightsRegister register, Recipients recipients, TimeProvider clock)
{
    /// <param name="id">The current id.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>UTF-8.</returns>
    /// <exception cref="InvalidOperationException">The id was never given.</exception>
    public async Task<byte[]> WriteAsync(GoldenId id, CancellationToken cancellationToken)
    {
        var row = await registry.FindGoldenAsync(id, cancellationToken) ?? throw new InvalidOperationException($"golden id {id} was never given");
        var sources = await registry.ReadSourcesAsync(id, cancellationToken);
        var linked = (await registry.ReadLinkedAsync([.. sources.Where(source => IsAlone(source, id)).Select(source => source.Record.RecordId)], cancellationToken))
            .ToDictionary(one => one.RecordId);
        var (versions, withheld) = await OwnVersionsAsync(id, cancellationToken);
        var buffer = new ArrayBufferWriter<byte>(16 << 10);
        await using (var writer = RegistryJson.NewWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("format", "integrationhub.person/1");
            writer.WriteString("exportedAt", clock.GetUtcNow());
            writer.WriteString("id", id.ToString());
            List(writer, "formerIds", await store.FindRetiredAsync([id], cancellationToken), static (w, one) => w.WriteStringValue(one.Golden.Id.ToString()));
            writer.WritePropertyName("golden");
            RegistryJson.Write(writer, row.Golden);
            List(writer, "sources", sources, (w, one) => WriteSource(w, one, id, linked.GetValueOrDefault(one.Record.RecordId)));
            List(writer, "history", versions, static (w, one) => RegistryJson.Write(w, one.Golden));
            writer.WriteNumber("historyHeldBack", withheld);
            List(writer, "changes", await registry.ReadChangesOfAsync(id, cancellationToken), WriteChange);
            List(writer, "seenBy", await recipients.OfAsync(id, cancellationToken), WriteRecipient);
            List(writer, "requests", await register.ListAsync(id.ToString(), cancellationToken), WriteRequest);
            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static bool IsAlone(StoredRecord source, GoldenId id) => source.Parts.All(part => part.Golden is null || part.Golden == id);

    private static void List<T>(Utf8JsonWriter writer, string name, IReadOnlyList<T> values, Action<Utf8JsonWriter, T> write)
    {
        writer.WriteStartArray(name);
        foreach (var value in values)
        {
            write(writer, value);
        }

        writer.WriteEndArray();
    }

    private static void WriteSource(Utf8JsonWriter writer, StoredRecord source, GoldenId id, LinkedRow? linked)
    {
        writer.WriteStartObject();
        writer.WriteString("connection", source.Record.Key.Connection);
        writer.WriteString("key", source.Record.Key.Key);
        writer.WriteString("version", source.Record.Version.ToString());
        if (source.Record.ChangedAt is { } changed)
        {
            writer.WriteString("changedAt", changed);
        }

        writer.WriteString("receivedAt", source.Record.ReceivedAt);
        List(writer, "says", [.. source.Parts.Where(part => part.Golden == id)], static (w, part) => RegistryJson.Write(w, part.Citizen));
        if (linked is not null)
        {
            writer.WritePropertyName("beside");
            RegistryJson.Write(writer, linked);
        }

        if (IsAlone(source, id))
        {
            writer.WriteString("body", Encoding.UTF8.GetString(source.Record.Body.Span));
        }
        else
        {
            writer.WriteBoolean("bodyHeldBack", true);
        }

        writer.WriteEndObject();
    }

    private static void WriteChange(Utf8JsonWriter writer, RegistryChange change)
    {
        writer.WriteStartObject();
        writer.WriteNumber("sequence", change.Sequence);
        writer.WriteString("kind", JsonNamingPolicy.CamelCase.ConvertName(change.Kind.ToString()));
        writer.WriteString("at", change.At);
        List(writer, "attributes", change.Attributes, static (w, name) => w.WriteStringValue(name));
        writer.WriteString("reason", change.Reason);
        writer.WriteEndObject();
    }

    private static void WriteRecipient(Utf8JsonWriter writer, Recipient recipient)
    {
        writer.WriteStartObject();
        writer.WriteString("at", recipient.At);
        writer.WriteString("who", recipient.Who);
        writer.WriteString("action", recipient.Action);
        writer.WriteString("purpose", recipient.Purpose);
        writer.WriteString("legalBasis", recipient.LegalBasis);
        writer.WriteEndObject();
    }

    private static void WriteRequest(Utf8JsonWriter writer, RightsEntry entry)
    {
        writer.WriteStartObject();
        writer.WriteString("at", entry.At);
        writer.WriteString("action", JsonNamingPolicy.CamelCase.ConvertName(entry.Action.ToString()));
        writer.WriteString("reason", entry.Reason);
        writer.WriteString("proof", entry.Proof);
        writer.WriteString("outcome", entry.Outcome);
        writer.WriteEndObject();
    }

    private async Task<(IReadOnlyList<GoldenRow> Own, int Withheld)> OwnVersionsAsync(GoldenId id, CancellationToken cancellationToken)
    {
        var versions = await registry.ReadVersionsAsync(id, cancellationToken);
        var keys = versions.SelectMany(version => version.Golden.Members).Select(member => member.Record).Distinct().Order().ToList();
        var records = keys.Count == 0 ? [] : await store.FindRecordsAsync(keys, cancellationToken);
        var elsewhere = records.SelectMany(record => record.Parts).Where(part => part.Golden is { } golden && golden != id).Select(part => part.Key).ToHashSet();
        var own = versions.Where(version => !version.Golden.Members.Any(elsewhere.Contains)).ToList();
        return (own, versions.Count - own.Count);
    }
}
