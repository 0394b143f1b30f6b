using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace IntegrationHub.Connectors.Gis.Wfs;

/// <summary>A GML feature as GeoJSON: <c>gml:id</c> as its id, its geometry, every other element as a property of its local name (all texts).</summary>
internal static class GmlFeature
{
    private const string Gml = "http://www.opengis.net/gml";

    public static JsonObject Read(XElement feature)
    {
        var (properties, geometry) = (new JsonObject(), (JsonObject?)null);
        foreach (var child in feature.Elements().Where(child => !IsGml(child)))
        {
            if (child.Elements().FirstOrDefault(IsGml) is { } shape)
            {
                geometry ??= GmlGeometry.Read(shape);
            }
            else
            {
                Add(properties, child.Name.LocalName, Value(child));
            }
        }

        return new JsonObject { ["type"] = "Feature", ["id"] = (string?)feature.Attributes().FirstOrDefault(attribute => attribute.Name.LocalName is "id" or "fid"), ["geometry"] = geometry, ["properties"] = properties };
    }

    private static JsonNode? Value(XElement element)
    {
        if (!element.HasElements)
        {
            return element.IsEmpty ? null : JsonValue.Create(element.Value);
        }

        var members = new JsonObject();
        foreach (var child in element.Elements())
        {
            Add(members, child.Name.LocalName, Value(child));
        }

        return members;
    }

    private static void Add(JsonObject members, string name, JsonNode? value)
    {
        if (!members.TryGetPropertyValue(name, out var before))
        {
            members[name] = value;
        }
        else if (before is JsonArray list)
        {
            list.Add(value);
        }
        else
        {
            members[name] = new JsonArray(before?.DeepClone(), value);
        }
    }

    private static bool IsGml(XElement element) => element.Name.NamespaceName.StartsWith(Gml, StringComparison.Ordinal);
}
