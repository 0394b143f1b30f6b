using System.Globalization;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace IntegrationHub.Connectors.Sandbox.Systems.Gis;

/// <summary>Points as GML 3.2: EPSG:4326 by its URN, so latitude first.</summary>
internal static class WfsGml
{
    public static XNamespace Wfs { get; } = "http://www.opengis.net/wfs/2.0";

    private static readonly XNamespace Gml = "http://www.opengis.net/gml/3.2", Ville = "http://ville.example/sig";

    public static XElement Collection(IReadOnlyList<JsonObject> features, string matched) => new(
        Wfs + "FeatureCollection",
        new XAttribute(XNamespace.Xmlns + "wfs", Wfs), new XAttribute(XNamespace.Xmlns + "gml", Gml), new XAttribute(XNamespace.Xmlns + "ville", Ville),
        new XAttribute("numberMatched", matched), new XAttribute("numberReturned", features.Count),
        features.Select(feature => new XElement(Wfs + "member", Feature(feature))));

    private static XElement Feature(JsonObject feature)
    {
        var (id, point) = ("adresses." + feature["id"], feature["geometry"]!["coordinates"]!.AsArray());
        return new XElement(
            Ville + AddressPoints.Name, new XAttribute(Gml + "id", id),
            new XElement(Ville + "geom", new XElement(
                Gml + "Point", new XAttribute(Gml + "id", id + ".geom"), new XAttribute("srsName", "urn:ogc:def:crs:EPSG::4326"),
                new XElement(Gml + "pos", string.Create(CultureInfo.InvariantCulture, $"{point[1]!.GetValue<double>()} {point[0]!.GetValue<double>()}")))),
            feature["properties"]!.AsObject().Select(property => new XElement(Ville + property.Key, property.Value?.ToString())));
    }
}
