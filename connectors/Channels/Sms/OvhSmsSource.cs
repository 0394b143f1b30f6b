using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Http;
using IntegrationHub.Connectors.Http.Sending;

namespace IntegrationHub.Connectors.Channels.Sms;

/// <summary>Lists the numbers of messages, and asks for each new one. A message sent is told once, when its receipt has had time to come.</summary>
internal sealed class OvhSmsSource(OvhSmsSettings settings, HttpLink link) : HttpSource
{
    public const string Incoming = "incoming", Outgoing = "outgoing";

    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <exception cref="HttpFailureException">The list cannot be read.</exception>
    public async Task<IReadOnlyList<long>> ListAsync(string direction, CancellationToken cancellationToken)
    {
        using var json = (await link.GetAsync(Address(direction), cancellationToken)).Json();
        return json.RootElement.ValueKind == JsonValueKind.Array && json.RootElement.EnumerateArray().All(id => id.ValueKind == JsonValueKind.Number && id.TryGetInt64(out _))
            ? [.. json.RootElement.EnumerateArray().Select(id => id.GetInt64())]
            : throw new HttpFailureException(HttpReply.Malformed("list of messages"));
    }

    protected override async IAsyncEnumerable<SourcePage> PagesAsync(Checkpoint? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var place = CheckpointJson.Read<OvhSmsPlace>(after) ?? new OvhSmsPlace();
        foreach (var direction in settings.Outgoing ? [Incoming, Outgoing] : new[] { Incoming })
        {
            var settled = true;
            foreach (var ids in place.Of(direction).New(await ListAsync(direction, cancellationToken)).Chunk(settings.PageSize))
            {
                var (records, told) = (new List<SourceRecord>(), new List<long>());
                foreach (var id in ids)
                {
                    var record = await ReadAsync(direction, id, cancellationToken);
                    settled = direction == Incoming || record?.ChangedAt is not { } sent || link.Time.GetUtcNow() - sent >= TimeSpan.FromMinutes(settings.SettleMinutes);
                    if (!settled)
                    {
                        break;
                    }

                    told.Add(id);
                    records.AddRange(record is null ? [] : [record]);
                }

                if (told.Count > 0)
                {
                    place = place.With(direction, place.Of(direction).Add(told));
                    yield return new SourcePage(records, [], CheckpointJson.Write(place));
                }

                if (!settled)
                {
                    break;
                }
            }
        }
    }

    private string Address(string direction) => $"sms/{Uri.EscapeDataString(settings.Account)}/{direction}";

    // Null for a message that was deleted since the list was read.
    private async Task<SourceRecord?> ReadAsync(string direction, long id, CancellationToken cancellationToken)
    {
        try
        {
            using var json = (await link.GetAsync(string.Create(CultureInfo.InvariantCulture, $"{Address(direction)}/{id}"), cancellationToken)).Json();
            return Record(direction, id, json.RootElement);
        }
        catch (HttpFailureException gone) when (gone.Failure.Code is "http.404" or "http.410")
        {
            return null;
        }
    }

    private static SourceRecord Record(string direction, long id, JsonElement message)
    {
        if (message.ValueKind != JsonValueKind.Object || (message.TryGetProperty("id", out var own) && own.ToString() != id.ToString(CultureInfo.InvariantCulture)))
        {
            throw new HttpFailureException(HttpReply.Malformed("message that was asked for"));
        }

        DateTimeOffset? created = message.TryGetProperty("creationDatetime", out var said)
            && DateTimeOffset.TryParse(said.ToString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;
        return new SourceRecord
        {
            Key = string.Create(CultureInfo.InvariantCulture, $"{direction}:{id}"),
            Version = new RecordVersion(created?.UtcTicks ?? 1),
            ChangedAt = created,
            Body = Body(direction, id, message),
        };
    }

    private static byte[] Body(string direction, long id, JsonElement message)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Plain))
        {
            json.WriteStartObject();
            json.WriteString("key", string.Create(CultureInfo.InvariantCulture, $"{direction}:{id}"));
            json.WriteString("direction", direction);
            foreach (var property in message.EnumerateObject().Where(property => property.Name is not ("key" or "direction")))
            {
                property.WriteTo(json);
            }

            json.WriteEndObject();
        }

        return bytes.ToArray();
    }
}
