using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Http.Declarative.Settings;
using IntegrationHub.Connectors.Http.Listing;
using IntegrationHub.Connectors.Http.Sending;

namespace IntegrationHub.Connectors.Http.Declarative.Reading;

/// <summary>Reads an answer's items.</summary>
internal sealed class RecordReader(DeclarativeSettings settings, TimeZoneInfo zone)
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The items of an answer.</summary>
    /// <exception cref="HttpFailureException">There is no list where the settings say.</exception>
    public IReadOnlyList<JsonElement> Items(JsonElement body) =>
        settings.Records.Find(body) is { ValueKind: JsonValueKind.Array } list ? [.. list.EnumerateArray()] : throw new HttpFailureException(HttpReply.Malformed($"list at {settings.Records}"));

    /// <returns>An item, or a reject that says what it lacks.</returns>
    public (ListItem? Item, RejectedRecord? Rejected) Read(JsonElement item, string position, string? word)
    {
        var bytes = Bytes(item, word);
        if (Key(item) is not { } key)
        {
            return (null, new RejectedRecord(position, "record.no-key", bytes));
        }

        var deleted = settings.Deletions.Field?.Text(item) is { } mark && (settings.Deletions.Values.Count == 0 || settings.Deletions.Values.Contains(mark));
        return (new ListItem(key, bytes, Since.Read(settings.ChangedAt?.Text(item), zone), deleted), null);
    }

    private byte[] Bytes(JsonElement item, string? word)
    {
        if (word is null || settings.Each?.Into is not { } into || item.ValueKind != JsonValueKind.Object)
        {
            return Encoding.UTF8.GetBytes(item.GetRawText());
        }

        var record = JsonObject.Create(item)!;
        record[into] = word;
        return JsonSerializer.SerializeToUtf8Bytes(record, Plain);
    }

    private string? Key(JsonElement item)
    {
        var parts = settings.Key.Select(path => path.Text(item)).ToList();
        return parts.Contains(null) || string.Join(':', parts) is not { Length: > 0 and <= 400 } key ? null : key;
    }
}
