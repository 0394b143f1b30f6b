using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Http.Sending;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;
using NetTopologySuite.Index.Strtree;

namespace IntegrationHub.Connectors.Gis.Zones;

/// <summary>A division in memory: a tree of the zones' boxes, then the point against the polygons it may lie in.</summary>
internal sealed class ZoneSet
{
    private readonly STRtree<Zone> tree = new();

    /// <exception cref="HttpFailureException">A feature is no polygon, or its coordinates are no degrees.</exception>
    public ZoneSet(ZoneSetSettings settings, IEnumerable<JsonElement> features)
    {
        Name = settings.Name;
        var order = 0;
        foreach (var feature in features)
        {
            order++;
            if (ZoneShape.Read(feature) is not { } shape)
            {
                throw Unusable("zones.no-polygon", order, "is no polygon: remove it, or name a layer of polygons");
            }

            if (shape.EnvelopeInternal is { } box && (box.MinX < -180 || box.MaxX > 180 || box.MinY < -90 || box.MaxY > 90))
            {
                throw Unusable("zones.coordinates", order, "is not in degrees: zones are read in WGS 84 (EPSG:4326), longitude first");
            }

            tree.Insert(shape.EnvelopeInternal, new Zone(order, PreparedGeometryFactory.Prepare(shape), Told(feature, settings.Properties)));
        }

        if (order == 0)
        {
            throw new HttpFailureException(new Failure(FailureKind.Denied, "zones.empty", $"The division {Name} holds no zone: check its file or layer."));
        }

        tree.Build();
    }

    public string Name { get; }

    /// <returns>What is told of the zone that holds the point; null outside all of them.</returns>
    public JsonObject? Find(double longitude, double latitude)
    {
        var point = ZoneShape.Factory.CreatePoint(new Coordinate(longitude, latitude));
        return tree.Query(point.EnvelopeInternal).OrderBy(zone => zone.Order).FirstOrDefault(zone => zone.Shape.Covers(point))?.Properties;
    }

    private HttpFailureException Unusable(string code, int order, string what) => new(new Failure(FailureKind.Denied, code, $"Feature {order} of the division {Name} {what}."));

    private static JsonObject Told(JsonElement feature, IReadOnlyList<string> names)
    {
        var told = new JsonObject();
        var from = feature.TryGetProperty("properties", out var properties) || feature.TryGetProperty("attributes", out properties) ? properties : default;
        foreach (var name in names)
        {
            told[name] = from.ValueKind == JsonValueKind.Object && from.TryGetProperty(name, out var value) ? JsonNode.Parse(value.GetRawText()) : null;
        }

        return told;
    }
}
