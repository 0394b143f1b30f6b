using System.Text.Json;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;

namespace IntegrationHub.Connectors.Gis.Zones;

/// <summary>A feature's polygons: GeoJSON's (RFC 7946) or Esri's rings, where a ring inside another is a hole. What crosses itself is mended.</summary>
internal static class ZoneShape
{
    private const int Wgs84 = 4326;

    public static GeometryFactory Factory { get; } = new(new PrecisionModel(), Wgs84);

    /// <returns>Null when the feature has no polygon.</returns>
    public static Geometry? Read(JsonElement feature)
    {
        if (!feature.TryGetProperty("geometry", out var geometry) || geometry.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var kind = geometry.TryGetProperty("type", out var type) ? type.GetString() : null;
        Geometry? shape = (kind, geometry.TryGetProperty("rings", out var rings)) switch
        {
            ("Polygon", _) => Polygon(geometry.GetProperty("coordinates")),
            ("MultiPolygon", _) => Factory.CreateMultiPolygon([.. geometry.GetProperty("coordinates").EnumerateArray().Select(Polygon)]),
            (null, true) => rings.EnumerateArray().Select(Geometry (ring) => Factory.CreatePolygon(Ring(ring))).Aggregate((one, other) => one.SymmetricDifference(other)),
            _ => null,
        };
        return shape is null || shape.IsEmpty ? null : shape.IsValid ? shape : GeometryFixer.Fix(shape);
    }

    private static Polygon Polygon(JsonElement rings)
    {
        var read = rings.EnumerateArray().Select(Ring).ToList();
        return Factory.CreatePolygon(read[0], [.. read.Skip(1)]);
    }

    private static LinearRing Ring(JsonElement positions)
    {
        var coordinates = positions.EnumerateArray().Select(position => new Coordinate(position[0].GetDouble(), position[1].GetDouble())).ToArray();
        return coordinates is [var first, _, _, .., var last] && first.Equals2D(last) ? Factory.CreateLinearRing(coordinates) : throw new FormatException("A ring has at least four positions and ends where it begins.");
    }
}
