using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Http.Declarative.Reading;
using IntegrationHub.Connectors.Http.Declarative.Settings;
using IntegrationHub.Connectors.Http.Sending;

namespace IntegrationHub.Connectors.Http.Declarative.Writing;

/// <summary>Writes into records that are there, as the settings describe. It reads first and sends only what differs, so that a write that is tried again changes nothing twice.</summary>
/// <remarks>No record is made and none is deleted: they are the system's own. A deletion takes the golden record's id and version away again; an erasure also every field the hub wrote.</remarks>
internal sealed class DeclarativeSink(DeclarativeSettings settings, WriteSettings write, HttpLink link, TimeZoneInfo zone) : HttpSink
{
    protected override async Task<SinkOutcome> PutAsync(OutgoingRecord record, CancellationToken cancellationToken)
    {
        var wanted = Wanted(record, out var named);
        if ((record.ForeignKey ?? named) is not { } key)
        {
            return record.Deleted || write.Unknown == UnknownRecord.Skip ? new SinkOutcome.Written(SinkEffect.Unchanged, null)
                : throw Refused("record.unnamed", $"The record names none of the system: map its id there to \"{write.Named}\", or write to the connection it was read from.");
        }

        var address = write.Path.Replace(DetailSettings.Key, Uri.EscapeDataString(key), StringComparison.Ordinal);
        JsonObject held;
        try
        {
            held = Held(await link.GetAsync(address, cancellationToken));
        }
        catch (HttpFailureException gone) when (record.Deleted && gone.Failure.Code is "http.404" or "http.410")
        {
            return new SinkOutcome.Written(SinkEffect.Unchanged, null);
        }

        var changed = IsOlder(record, held) ? [] : wanted.Where(field => !Same(held[field.Key], field.Value)).ToList();
        if (changed.Count == 0)
        {
            return new SinkOutcome.Written(SinkEffect.Unchanged, record.Deleted ? null : key) { Stored = record.Deleted ? null : Stored(key, held) };
        }

        var effect = record.Deleted ? SinkEffect.Deleted : write.GoldenField.Length > 0 && Said(held[write.GoldenField]).Length == 0 ? SinkEffect.Created : SinkEffect.Updated;
        var now = Held(await link.SendJsonAsync(write.Method == WriteMethod.Put ? HttpMethod.Put : HttpMethod.Patch, address, Body(held, changed), repeatable: true, cancellationToken));
        return new SinkOutcome.Written(effect, record.Deleted ? null : key) { Stored = record.Deleted ? null : Stored(key, now) };
    }

    private Dictionary<string, JsonNode?> Wanted(OutgoingRecord record, out string? named)
    {
        var wanted = new Dictionary<string, JsonNode?>(StringComparer.Ordinal);
        named = null;
        if (!record.Body.IsEmpty)
        {
            var body = Parse(record.Body);
            named = Said(body[write.Named]) is { Length: > 0 } id ? id : null;
            body.Remove(write.Named);
            foreach (var (name, value) in record.Deleted ? [] : body)
            {
                wanted[name] = value;
            }
        }

        foreach (var ours in record is { Deleted: true, Leaving: Leaving.Erased } ? record.Ours.Where(field => field != write.Named) : [])
        {
            wanted[ours] = null;
        }

        if (write.GoldenField.Length > 0)
        {
            wanted[write.GoldenField] = record.Deleted ? null : record.Key;
        }

        if (write.VersionField.Length > 0)
        {
            wanted[write.VersionField] = record.Deleted ? null : record.Version.ToString(CultureInfo.InvariantCulture);
        }

        return wanted;
    }

    // The same golden record only: an account may rightly go to another one, whose versions count on their own.
    private bool IsOlder(OutgoingRecord record, JsonObject held) =>
        write is { VersionField.Length: > 0, GoldenField.Length: > 0 } && Said(held[write.GoldenField]) == record.Key
        && long.TryParse(Said(held[write.VersionField]), NumberStyles.None, CultureInfo.InvariantCulture, out var version) && version > record.Version;

    private byte[] Body(JsonObject held, List<KeyValuePair<string, JsonNode?>> changed)
    {
        var body = write.Method == WriteMethod.Put ? (JsonObject)held.DeepClone() : [];
        foreach (var (name, value) in changed)
        {
            body[name] = value?.DeepClone();
        }

        return Encoding.UTF8.GetBytes(body.ToJsonString());
    }

    // As its source would tell it: what is read back like this is no news.
    private SourceRecord? Stored(string key, JsonObject record)
    {
        var body = Encoding.UTF8.GetBytes(record.ToJsonString());
        using var json = JsonDocument.Parse(body);
        return Since.Read(settings.ChangedAt?.Text(json.RootElement), zone) is { } at
            ? new SourceRecord { Key = key, Version = new RecordVersion(at.UtcTicks), ChangedAt = at, Body = body } : null;
    }

    private JsonObject Held(HttpReply reply)
    {
        using var json = reply.Json();
        return write.Record.Find(json.RootElement) is { ValueKind: JsonValueKind.Object } record
            ? JsonNode.Parse(record.GetRawText())!.AsObject() : throw new HttpFailureException(HttpReply.Malformed($"record at {write.Record}"));
    }

    // Many systems keep an empty text where nothing stands.
    private static bool Same(JsonNode? held, JsonNode? wanted) =>
        JsonNode.DeepEquals(held, wanted) || (held is not (JsonArray or JsonObject) && wanted is not (JsonArray or JsonObject) && Said(held) == Said(wanted));

    private static string Said(JsonNode? value) => value switch
    {
        null => "",
        JsonValue text when text.TryGetValue<string>(out var said) => said,
        _ => value.ToJsonString(),
    };

    private static JsonObject Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonNode.Parse(body.Span) as JsonObject ?? throw Refused("record.malformed", "The record is not a JSON object: correct the outgoing mapping.");
        }
        catch (JsonException)
        {
            throw Refused("record.malformed", "The record is not a JSON object: correct the outgoing mapping.");
        }
    }

    private static HttpFailureException Refused(string code, string detail) => new(new Failure(FailureKind.Refused, code, detail));
}
