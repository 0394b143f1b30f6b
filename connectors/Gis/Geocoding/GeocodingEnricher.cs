using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Http;
using IntegrationHub.Connectors.Http.Sending;

namespace IntegrationHub.Connectors.Gis.Geocoding;

/// <summary>Asks for one address (<c>q</c>, and <c>postcode</c> or <c>citycode</c> where known) and answers with the best feature: its BAN id, commune, parts, coordinates (WGS 84) and how sure it is.</summary>
/// <remarks>The answer's version is the question's member <c>version</c> (the golden record's), then the month: the address base grows, and a later answer counts more.</remarks>
internal sealed class GeocodingEnricher(GeocodingSettings settings, HttpLink link) : HttpEnricher
{
    private static readonly string[] Kept = ["id", "label", "name", "housenumber", "street", "postcode", "citycode", "city", "district", "context", "type", "score"];

    protected override async Task<Enrichment> AskAsync(EnrichmentQuestion question, CancellationToken cancellationToken)
    {
        var (address, version) = Address(question.Body);
        using var json = (await link.GetAsync(address, cancellationToken)).Json();
        if (json.RootElement.GetProperty("features").EnumerateArray().FirstOrDefault() is not { ValueKind: JsonValueKind.Object } feature)
        {
            return new Enrichment.Nothing();
        }

        var properties = feature.GetProperty("properties");
        var score = properties.GetProperty("score").GetDouble();
        if (score * 100 < settings.Review)
        {
            return new Enrichment.Nothing();
        }

        var body = new JsonObject { ["key"] = question.Key };
        foreach (var name in Kept)
        {
            body[name] = properties.TryGetProperty(name, out var value) ? JsonNode.Parse(value.GetRawText()) : null;
        }

        var point = feature.GetProperty("geometry").GetProperty("coordinates");
        body["longitude"] = point[0].GetDouble();
        body["latitude"] = point[1].GetDouble();
        var sure = score * 100 >= settings.Accept && properties.GetProperty("type").GetString() == "housenumber";
        body["quality"] = sure ? "accepted" : "review";
        return new Enrichment.Answered(new SourceRecord
        {
            Key = question.Key,
            Version = new RecordVersion(version, link.Time.GetUtcNow().ToString("yyyy-MM", CultureInfo.InvariantCulture)),
            Body = Encoding.UTF8.GetBytes(body.ToJsonString()),
        });
    }

    private static (string Address, long Version) Address(ReadOnlyMemory<byte> question)
    {
        try
        {
            using var json = JsonDocument.Parse(question);
            var asked = json.RootElement;
            if (asked.ValueKind == JsonValueKind.Object && Text(asked, "q") is { Length: >= 3 } q)
            {
                // A longer text is refused by the service.
                var address = HttpLink.Query("search", ("q", q.Length > 200 ? q[..200] : q), ("postcode", Text(asked, "postcode")), ("citycode", Text(asked, "citycode")), ("limit", "1"), ("autocomplete", "0"));
                return (address, long.TryParse(Text(asked, "version"), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0);
            }
        }
        catch (JsonException)
        {
            throw Unreadable();
        }

        throw Unreadable();
    }

    private static HttpFailureException Unreadable() =>
        new(new Failure(FailureKind.Refused, "question.no-address", "The question holds no address: map at least three letters of it to \"q\"."));

    private static string? Text(JsonElement asked, string name) =>
        asked.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String or JsonValueKind.Number && value.ToString().Trim() is { Length: > 0 } text ? text : null;
}
