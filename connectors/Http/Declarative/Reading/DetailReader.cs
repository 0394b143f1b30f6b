using System.Text.Encodings.Web;
using System.Text.Json;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Http.Declarative.Settings;
using IntegrationHub.Connectors.Http.Sending;

namespace IntegrationHub.Connectors.Http.Declarative.Reading;

/// <summary>Completes records of a list by one more request each.</summary>
internal sealed class DetailReader(DetailSettings settings, HttpLink link)
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <exception cref="HttpFailureException">Passing when the record went, or changed, since the list was read: the page is asked for again.</exception>
    public async Task<SourceRecord> CompleteAsync(SourceRecord record, CancellationToken cancellationToken)
    {
        if (record.Deleted)
        {
            return record;
        }

        var reply = await AskAsync(record.Key, cancellationToken);
        if (!reply.IsSuccess)
        {
            return record; // a rule says that this status means: nothing to read
        }

        using var answer = reply.Json();
        using var listed = JsonDocument.Parse(record.Body);
        if (settings.Records.Find(answer.RootElement) is not { ValueKind: JsonValueKind.Array } detail)
        {
            throw new HttpFailureException(HttpReply.Malformed($"list at {settings.Records}"));
        }

        // An answer meant for another record would hang its people on this one.
        if (settings.Match is { } match && !Names(match, Listed(listed.RootElement)).SetEquals(Names(match, detail)))
        {
            throw new HttpFailureException(new Failure(FailureKind.Passing, "details.differ", "A record's detail does not name the entries its list names: it changed meanwhile, and is asked for again."));
        }

        return record with { Body = Filled(listed.RootElement, detail) };
    }

    private async Task<HttpReply> AskAsync(string key, CancellationToken cancellationToken)
    {
        try
        {
            return await link.GetAsync(settings.Path.Replace(DetailSettings.Key, Uri.EscapeDataString(key), StringComparison.Ordinal), cancellationToken);
        }
        catch (HttpFailureException error) when (error.Failure is { Kind: FailureKind.Refused, Code: "http.404" or "http.410" })
        {
            throw new HttpFailureException(new Failure(FailureKind.Passing, "details.gone", "A record of the list has no detail: it was deleted meanwhile, and its page is asked for again. If this lasts, check details.path."));
        }
    }

    private JsonElement? Listed(JsonElement record) => record.TryGetProperty(settings.Into, out var list) ? list : null;

    private static HashSet<string?> Names(JsonPath match, JsonElement? list) =>
        list is { ValueKind: JsonValueKind.Array } entries ? [.. entries.EnumerateArray().Select(match.Text)] : [];

    private byte[] Filled(JsonElement record, JsonElement detail)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Plain))
        {
            json.WriteStartObject();
            foreach (var property in record.EnumerateObject().Where(property => property.Name != settings.Into))
            {
                property.WriteTo(json);
            }

            json.WritePropertyName(settings.Into);
            detail.WriteTo(json);
            json.WriteEndObject();
        }

        return bytes.ToArray();
    }
}
