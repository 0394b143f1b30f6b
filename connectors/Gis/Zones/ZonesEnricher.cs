using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Http;
using IntegrationHub.Connectors.Http.Sending;

namespace IntegrationHub.Connectors.Gis.Zones;

/// <summary>Asks for a point (<c>longitude</c>, <c>latitude</c>, WGS 84) and answers with the zone of each division that holds it: <c>{"zones":{"school-sector":{"code":"S2"}}}</c>.</summary>
/// <remarks>The answer's version is the question's member <c>version</c> (the golden record's), then the moment the zones were read.</remarks>
internal sealed class ZonesEnricher(ZonesInMemory zones, ConnectionContext context) : HttpEnricher
{
    protected override async Task<Enrichment> AskAsync(EnrichmentQuestion question, CancellationToken cancellationToken)
    {
        var (longitude, latitude, version) = Point(question.Body);
        var (sets, at) = await zones.GetAsync(context, cancellationToken);
        var found = new JsonObject();
        foreach (var set in sets)
        {
            if (set.Find(longitude, latitude) is { } told)
            {
                found[set.Name] = told.DeepClone();
            }
        }

        return found.Count == 0 ? new Enrichment.Nothing() : new Enrichment.Answered(new SourceRecord
        {
            Key = question.Key,
            Version = new RecordVersion(version, at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)),
            Body = Encoding.UTF8.GetBytes(new JsonObject { ["key"] = question.Key, ["zones"] = found }.ToJsonString()),
        });
    }

    private static (double Longitude, double Latitude, long Version) Point(ReadOnlyMemory<byte> question)
    {
        try
        {
            using var json = JsonDocument.Parse(question);
            if (json.RootElement is { ValueKind: JsonValueKind.Object } asked && Number(asked, "longitude") is >= -180 and <= 180 and var longitude && Number(asked, "latitude") is >= -90 and <= 90 and var latitude)
            {
                return (longitude, latitude, (long)(Number(asked, "version") ?? 0));
            }
        }
        catch (JsonException)
        {
            throw Unreadable();
        }

        throw Unreadable();
    }

    private static double? Number(JsonElement asked, string name) =>
        asked.TryGetProperty(name, out var value) && double.TryParse(value.ToString(), CultureInfo.InvariantCulture, out var number) ? number : null;

    private static HttpFailureException Unreadable() =>
        new(new Failure(FailureKind.Refused, "question.no-point", "The question holds no point: map degrees to \"longitude\" and \"latitude\"."));
}
