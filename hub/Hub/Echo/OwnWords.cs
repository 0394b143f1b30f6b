using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Hub.Contracts;
using IntegrationHub.Hub.Ingestion;
using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Absorbing;
using IntegrationHub.Mdm.Registry.Storing;
using IntegrationHub.Mdm.Registry.Wire;

namespace IntegrationHub.Hub.Echo;

/// <summary>A record whose source spoke before the hub wrote over it: the source's own words are put back where the hub's came home.</summary>
internal sealed class OwnWords(Arrival arrival, StoredRecord before, RecordMapping map)
{
    private static readonly IReadOnlyList<string> Attributes = [.. CitizenAttributes.Names.Where(name => name != "extra")];

    /// <param name="body">The record as it arrives.</param>
    /// <param name="own">As its source last said it.</param>
    /// <param name="echoes">Fields that hold what the hub wrote.</param>
    public Arrival Keep(JsonObject body, JsonObject own, IReadOnlySet<string> echoes)
    {
        var kept = new JsonObject(body.Select(field => echoes.Contains(field.Key) ? KeyValuePair.Create(field.Key, own[field.Key]?.DeepClone()) : EchoFilter.Copy(field)));
        var spoken = Map(before.Record.Body, before.Record.ChangedAt);
        if (Says(Map(EchoFilter.Bytes(Undated(kept, own)), before.Record.ChangedAt), spoken))
        {
            // Nothing but echoes: the source has said no new word, and the record stays as it was, date and all.
            var dated = spoken.Citizens.Select(part => part with { Citizen = part.Citizen with { Said = Part(part.Part)?.Citizen.Said ?? part.Citizen.Said } });
            return new Arrival(spoken with { ChangedAt = before.Record.ChangedAt, Citizens = [.. dated] }, before.Record.Body);
        }

        var bytes = EchoFilter.Bytes(kept);
        var mapped = Map(bytes, arrival.Record.ChangedAt);
        return new Arrival(mapped with { Citizens = [.. mapped.Citizens.Select(part => part with { Citizen = part.Citizen with { Said = Dates(part, spoken) } })] }, bytes);
    }

    // Attributes whose own word was put back were last said when they were last said.
    private Dictionary<string, DateTimeOffset> Dates(CitizenPart part, MappedRecord spoken)
    {
        var said = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        var (shown, last) = (Of(arrival.Record, part.Part), Of(spoken, part.Part));
        foreach (var attribute in Attributes.Where(attribute => Same(part.Citizen, last, attribute) && !Same(part.Citizen, shown, attribute)))
        {
            var row = Part(part.Part);
            said[attribute] = row?.Citizen.Said.TryGetValue(attribute, out var at) == true ? at : row?.ChangedAt ?? DateTimeOffset.MinValue;
        }

        return said;
    }

    /// <summary>The record without the moment of this change, where it stands in a field.</summary>
    private JsonObject Undated(JsonObject kept, JsonObject own) => new(kept.Select(field =>
        field.Value is JsonValue value && value.GetValueKind() == JsonValueKind.String && DateTimeOffset.TryParse(value.GetValue<string>(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
        && at == arrival.Record.ChangedAt ? KeyValuePair.Create(field.Key, own[field.Key]?.DeepClone()) : EchoFilter.Copy(field)));

    private MappedRecord Map(ReadOnlyMemory<byte> body, DateTimeOffset? changedAt) =>
        map(arrival.Record.Key.Connection, EchoFilter.Said(arrival, body) with { ChangedAt = changedAt }, before.Record.ReceivedAt);

    private PartRow? Part(string part) => before.Parts.FirstOrDefault(row => row.Key.Part == part && row.Golden is not null);

    private static Citizen Of(MappedRecord record, string part) => record.Citizens.FirstOrDefault(one => one.Part == part)?.Citizen ?? new Citizen();

    private static bool Same(Citizen one, Citizen other, string attribute)
    {
        var only = Scope.Of([attribute]);
        return RegistryWire.Write(CitizenAttributes.Cut(one, only)).AsSpan().SequenceEqual(RegistryWire.Write(CitizenAttributes.Cut(other, only)));
    }

    private static bool Says(MappedRecord one, MappedRecord other)
    {
        var (a, b) = (new WireWriter(), new WireWriter());
        RegistryWire.Write(a, one);
        RegistryWire.Write(b, other);
        return a.Written.SequenceEqual(b.Written);
    }
}
