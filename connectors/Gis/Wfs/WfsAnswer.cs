using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;
using System.Xml.Linq;
using IntegrationHub.Connectors.Http.Sending;

namespace IntegrationHub.Connectors.Gis.Wfs;

/// <summary>A page of features, whatever format the server chose: GML features become GeoJSON ones.</summary>
/// <param name="Features">GeoJSON features.</param>
/// <param name="Matched">How many features the request matches in all; null where the server does not count.</param>
internal sealed record WfsAnswer(IReadOnlyList<JsonElement> Features, long? Matched)
{
    /// <exception cref="HttpFailureException">It is neither GeoJSON nor a WFS feature collection.</exception>
    public static WfsAnswer Read(HttpReply reply) => reply.Body.Span.TrimStart(" \r\n\t"u8) is [(byte)'{', ..] ? Json(reply) : Gml(reply);

    private static WfsAnswer Json(HttpReply reply)
    {
        using var json = reply.Json();
        var root = json.RootElement.Clone();
        var matched = root.TryGetProperty("numberMatched", out var count) || root.TryGetProperty("totalFeatures", out count) ? Number(count.ToString()) : null;
        return new WfsAnswer([.. root.GetProperty("features").EnumerateArray()], matched);
    }

    private static WfsAnswer Gml(HttpReply reply)
    {
        using var xml = XmlReader.Create(new MemoryStream(reply.Body.ToArray()), WfsXml.Settings);
        var root = XDocument.Load(xml).Root!;
        if (root.Name.LocalName != "FeatureCollection")
        {
            throw new HttpFailureException(HttpReply.Malformed("feature collection"));
        }

        var features = root.Elements().Where(element => element.Name.LocalName == "member").SelectMany(member => member.Elements());
        return new WfsAnswer([.. features.Select(feature => JsonSerializer.SerializeToElement<JsonNode>(GmlFeature.Read(feature)))], Number((string?)root.Attribute("numberMatched")));
    }

    // "unknown" is a permitted count.
    private static long? Number(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
