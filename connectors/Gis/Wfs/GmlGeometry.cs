using System.Globalization;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace IntegrationHub.Connectors.Gis.Wfs;

/// <summary>Points and polygons of GML 3.2 as GeoJSON geometries, longitude first. Curves and bodies give none.</summary>
internal static class GmlGeometry
{
    // Geographic systems whose URN has latitude first (EPSG registry): WGS 84, RGF93, ETRS89.
    private static readonly string[] LatitudeFirst = ["4326", "4171", "4258"];

    public static JsonObject? Read(XElement shape)
    {
        var swap = LatitudeComesFirst(shape);
        return shape.Name.LocalName switch
        {
            "Point" => Geometry("Point", Positions(shape, swap)[0]),
            "Polygon" or "PolygonPatch" => Geometry("Polygon", Rings(shape, swap)),
            "MultiSurface" or "MultiPolygon" or "Surface" or "MultiPoint" => Many(shape, swap),
            _ => null,
        };
    }

    private static JsonObject? Many(XElement shape, bool swap)
    {
        var points = shape.Descendants().Where(part => part.Name.LocalName == "Point").Select(part => Positions(part, swap)[0]).ToList();
        var polygons = shape.Descendants().Where(part => part.Name.LocalName is "Polygon" or "PolygonPatch").Select(JsonNode? (part) => Rings(part, swap)).ToList();
        return polygons.Count > 0 ? Geometry("MultiPolygon", new JsonArray([.. polygons])) : points.Count > 0 ? Geometry("MultiPoint", new JsonArray([.. points])) : null;
    }

    // The exterior ring comes first, as GeoJSON wants it.
    private static JsonArray Rings(XElement polygon, bool swap) =>
        [.. polygon.Elements().Where(part => part.Name.LocalName is "exterior" or "interior").OrderBy(part => part.Name.LocalName == "interior")
            .Select(JsonNode? (part) => new JsonArray([.. Positions(part, swap)]))];

    private static List<JsonNode?> Positions(XElement part, bool swap)
    {
        var found = new List<JsonNode?>();
        foreach (var list in part.Descendants().Where(element => element.Name.LocalName is "pos" or "posList"))
        {
            var size = (int?)list.Attribute("srsDimension") ?? 2;
            var numbers = list.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(text => double.Parse(text, CultureInfo.InvariantCulture)).ToList();
            for (var i = 0; i + size <= numbers.Count; i += size)
            {
                found.Add(swap ? new JsonArray(numbers[i + 1], numbers[i]) : new JsonArray(numbers[i], numbers[i + 1]));
            }
        }

        return found.Count > 0 ? found : throw new FormatException("A geometry without positions.");
    }

    private static bool LatitudeComesFirst(XElement shape)
    {
        var name = (string?)shape.AncestorsAndSelf().Concat(shape.Descendants()).Select(element => element.Attribute("srsName")).FirstOrDefault(attribute => attribute is not null) ?? "";
        return (name.StartsWith("urn:ogc:def:crs:EPSG:", StringComparison.OrdinalIgnoreCase) || name.StartsWith("http://www.opengis.net/def/crs/EPSG/", StringComparison.OrdinalIgnoreCase))
            && LatitudeFirst.Contains(name[(name.LastIndexOfAny([':', '/']) + 1)..], StringComparer.Ordinal);
    }

    private static JsonObject Geometry(string type, JsonNode? coordinates) => new() { ["type"] = type, ["coordinates"] = coordinates };
}
