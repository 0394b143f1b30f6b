using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Hub.Ingestion;
using IntegrationHub.Hub.Sinks;
using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry;
using IntegrationHub.Mdm.Registry.Absorbing;
using IntegrationHub.Mdm.Registry.Stewardship;
using IntegrationHub.Mdm.Registry.Storing;

namespace IntegrationHub.Hub.Echo;

/// <summary>Takes out of a connection's pages what stands there only because the hub wrote it: no match weight, no survivorship vote, no new date. Any other value is a normal edit.</summary>
/// <remarks>A record the system had before the hub wrote it keeps its source's own last word in the fields that were written over, with the date of that word: after an
/// unmerge it is as it was. A record the hub made says only what was edited there since, and is bound to the person it was made for by decision, never by likeness.</remarks>
/// <param name="memories">What was written into this connection's system, by each subscription that writes there.</param>
/// <param name="map">The connection's mapping.</param>
/// <param name="store">Records as last said, in the writer's turn.</param>
/// <param name="registry">The person a record was made for.</param>
/// <param name="clock">The clock.</param>
public sealed class EchoFilter(IReadOnlyList<SinkMemory> memories, RecordMapping map, IRegistryStore store, IRegistryReader registry, TimeProvider clock)
{
    private const int LongestChain = 100;

    /// <summary>The page without its echoes. Runs in the writer's turn, after the page before is committed.</summary>
    public async Task<MappedPage> TakeOutAsync(CitizenRegistry citizens, MappedPage page, CancellationToken cancellationToken)
    {
        var written = await WrittenAsync(page, cancellationToken);
        if (written.Count == 0)
        {
            return page;
        }

        var before = (await store.FindRecordsAsync(written.Keys, cancellationToken)).ToDictionary(record => record.Record.Key);
        var arrivals = new List<Arrival>(page.Arrivals.Count);
        var bonds = new List<(PartKey, PartKey)>();
        foreach (var arrival in page.Arrivals)
        {
            arrivals.Add(written.TryGetValue(arrival.Record.Key, out var record)
                ? await CleanAsync(arrival, record, before.GetValueOrDefault(arrival.Record.Key), bonds, cancellationToken)
                : arrival);
        }

        if (bonds.Count > 0)
        {
            await citizens.TakeOverAsync(new OldBase($"sink:{memories[0].Subscription}", [], bonds, []), cancellationToken);
        }

        return page with { Arrivals = arrivals };
    }

    private async Task<Dictionary<RecordKey, WrittenRecord>> WrittenAsync(MappedPage page, CancellationToken cancellationToken)
    {
        var written = new Dictionary<RecordKey, WrittenRecord>();
        foreach (var arrival in page.Arrivals.Where(arrival => !arrival.Record.Deleted && !arrival.Body.IsEmpty))
        {
            foreach (var memory in memories)
            {
                if (await memory.FindAsync(arrival.Record.Key.Key, cancellationToken) is { Written.Length: > 0 } row)
                {
                    written[arrival.Record.Key] = new WrittenRecord(memory, row);
                    break;
                }
            }
        }

        return written;
    }

    private async Task<Arrival> CleanAsync(Arrival arrival, WrittenRecord record, StoredRecord? before, List<(PartKey, PartKey)> bonds, CancellationToken cancellationToken)
    {
        if (Parse(arrival.Body) is not { } body)
        {
            return arrival;
        }

        var own = before is { Record.Body.Length: > 0 } ? Parse(before.Record.Body) : null;
        var (echoes, edited) = record.Sort(body, arrival.Record.Version.Number, own);
        if (edited.Count > 0)
        {
            await record.ForgetAsync(edited, cancellationToken);
        }

        if (echoes.Count == 0)
        {
            return arrival;
        }

        if (record.Theirs)
        {
            return before is null || own is null ? arrival : new OwnWords(arrival, before, map).Keep(body, own, echoes);
        }

        var made = Made(arrival, body, echoes);
        if (made.Record.Citizens.Count > 0 && before?.Parts.Any(part => part.Golden is not null) != true && await AnchorAsync(record.Golden, arrival.Record.Key, cancellationToken) is { } anchor)
        {
            bonds.AddRange(made.Record.Citizens.Select(part => (new PartKey(arrival.Record.Key, part.Part), anchor)));
        }

        return made;
    }

    private Arrival Made(Arrival arrival, JsonObject body, IReadOnlySet<string> echoes)
    {
        var echo = map(arrival.Record.Key.Connection, Said(arrival, Bytes(new JsonObject(body.Where(field => echoes.Contains(field.Key)).Select(Copy)))), clock.GetUtcNow())
            .Citizens.ToDictionary(part => part.Part, part => part.Citizen, StringComparer.Ordinal);
        var parts = arrival.Record.Citizens
            .Select(part => part with { Citizen = EchoFree.Of(part.Citizen, echo.GetValueOrDefault(part.Part) ?? new Citizen(), arrival.Record.Key.Key) })
            .Where(part => !EchoFree.IsBlank(part.Citizen));
        return new Arrival(arrival.Record with { Citizens = [.. parts] }, Bytes(new JsonObject(body.Where(field => !echoes.Contains(field.Key)).Select(Copy))));
    }

    /// <summary>A part of the person as it stands now, other than the record itself; no answer, which no decision can bind anything to.</summary>
    private async Task<PartKey?> AnchorAsync(GoldenId golden, RecordKey record, CancellationToken cancellationToken)
    {
        var row = await registry.FindGoldenAsync(golden, cancellationToken);
        for (var step = 0; step < LongestChain && row?.Golden.MergedInto is { } next; step++)
        {
            row = await registry.FindGoldenAsync(next, cancellationToken);
        }

        return row?.Golden.Members.Where(part => part.Record != record && !AnswerKey.IsAnswer(part)).Select(part => (PartKey?)part).FirstOrDefault();
    }

    internal static SourceRecord Said(Arrival arrival, ReadOnlyMemory<byte> body) => new()
    {
        Key = arrival.Record.Key.Key,
        Version = new RecordVersion(arrival.Record.Version.Number, arrival.Record.Version.Text ?? ""),
        ChangedAt = arrival.Record.ChangedAt,
        Body = body,
    };

    internal static byte[] Bytes(JsonObject body) => Encoding.UTF8.GetBytes(body.ToJsonString());

    internal static KeyValuePair<string, JsonNode?> Copy(KeyValuePair<string, JsonNode?> field) => KeyValuePair.Create(field.Key, field.Value?.DeepClone());

    private static JsonObject? Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonNode.Parse(body.Span) as JsonObject;
        }
        catch (JsonException)
        {
            return null; // no object of fields: nothing of it can have been written field by field
        }
    }
}
