using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using IntegrationHub.Connectors.Abstractions;

namespace IntegrationHub.Connectors.Gis.Geocoding;

/// <summary>The best address found, the same whether a feature or a row of a file tells it.</summary>
/// <param name="Texts">Its members by the geocoder's names; null for one that is blank.</param>
/// <param name="Score">How sure it is, 0 to 1.</param>
/// <param name="Longitude">Degrees, WGS 84.</param>
/// <param name="Latitude">Degrees, WGS 84.</param>
internal sealed record GeocodingAnswer(Func<string, string?> Texts, double Score, double Longitude, double Latitude)
{
    private static readonly string[] Kept = ["id", "label", "name", "housenumber", "street", "postcode", "citycode", "city", "district", "context", "type"];

    /// <remarks>The version is the question's (the golden record's), then the month: the address base grows, and a later answer counts more.</remarks>
    public Enrichment To(EnrichmentQuestion question, AddressQuestion asked, GeocodingSettings settings, DateTimeOffset now)
    {
        if (Score * 100 < settings.Review)
        {
            return new Enrichment.Nothing();
        }

        var body = new JsonObject { ["key"] = question.Key };
        foreach (var name in Kept)
        {
            body[name] = Texts(name) is { Length: > 0 } text ? text : null;
        }

        (body["score"], body["longitude"], body["latitude"]) = (Score, Longitude, Latitude);
        body["quality"] = Score * 100 >= settings.Accept && Texts("type") == "housenumber" ? "accepted" : "review";
        return new Enrichment.Answered(new SourceRecord
        {
            Key = question.Key,
            Version = new RecordVersion(asked.Version, now.ToString("yyyy-MM", CultureInfo.InvariantCulture)),
            Body = Encoding.UTF8.GetBytes(body.ToJsonString()),
        });
    }
}
