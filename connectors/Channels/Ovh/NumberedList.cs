using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Http.Sending;

namespace IntegrationHub.Connectors.Channels.Ovh;

/// <summary>A list of OVH's API: numbers only, and one more request for each entry.</summary>
/// <param name="list">Asks for the numbers.</param>
/// <param name="entry">Asks for one entry.</param>
/// <param name="id">The entry's own member for its number.</param>
internal sealed class NumberedList(Func<CancellationToken, Task<IReadOnlyList<long>>> list, Func<long, CancellationToken, Task<JsonDocument>> entry, string id)
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <exception cref="HttpFailureException">The list cannot be read.</exception>
    public Task<IReadOnlyList<long>> ListAsync(CancellationToken cancellationToken) => list(cancellationToken);

    /// <param name="number">The entry.</param>
    /// <param name="group">What tells this list from its sisters; it begins the key.</param>
    /// <param name="name">The member of the body that holds <paramref name="group"/>.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Null for an entry that was deleted since the list was read.</returns>
    public async Task<SourceRecord?> ReadAsync(long number, string group, string name, CancellationToken cancellationToken)
    {
        try
        {
            using var json = await entry(number, cancellationToken);
            return Record(number, group, name, json.RootElement);
        }
        catch (HttpFailureException gone) when (gone.Failure.Code is "http.404" or "http.410")
        {
            return null;
        }
    }

    private SourceRecord Record(long number, string group, string name, JsonElement entry)
    {
        if (entry.ValueKind != JsonValueKind.Object || (entry.TryGetProperty(id, out var own) && own.ToString() != number.ToString(CultureInfo.InvariantCulture)))
        {
            throw new HttpFailureException(HttpReply.Malformed("entry that was asked for"));
        }

        DateTimeOffset? created = entry.TryGetProperty("creationDatetime", out var said)
            && DateTimeOffset.TryParse(said.ToString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;
        var key = string.Create(CultureInfo.InvariantCulture, $"{group}:{number}");
        return new SourceRecord { Key = key, Version = new RecordVersion(created?.UtcTicks ?? 1), ChangedAt = created, Body = Body(key, group, name, entry) };
    }

    private static byte[] Body(string key, string group, string name, JsonElement entry)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Plain))
        {
            json.WriteStartObject();
            json.WriteString("key", key);
            json.WriteString(name, group);
            foreach (var property in entry.EnumerateObject().Where(property => property.Name != "key" && property.Name != name))
            {
                property.WriteTo(json);
            }

            json.WriteEndObject();
        }

        return bytes.ToArray();
    }
}
