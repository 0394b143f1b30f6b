using System.Text.Json;

namespace IntegrationHub.Connectors.Gis.ArcGis;

/// <summary>What a layer says of itself.</summary>
/// <param name="ObjectId">The field that numbers its features.</param>
/// <param name="Largest">The most features it gives at once.</param>
/// <param name="Pages">Whether it takes an offset; older servers are read by lists of ids.</param>
internal sealed record ArcGisLayer(string ObjectId, int Largest, bool Pages)
{
    public static ArcGisLayer Read(JsonElement layer)
    {
        var largest = layer.TryGetProperty("maxRecordCount", out var most) && most.GetInt32() > 0 ? most.GetInt32() : int.MaxValue;
        var pages = layer.TryGetProperty("advancedQueryCapabilities", out var query) && query.ValueKind == JsonValueKind.Object
            && query.TryGetProperty("supportsPagination", out var supports) && supports.ValueKind == JsonValueKind.True;
        return new ArcGisLayer(ObjectIdOf(layer), largest, pages);
    }

    private static string ObjectIdOf(JsonElement layer) =>
        layer.TryGetProperty("objectIdField", out var named) && named.GetString() is { Length: > 0 } field ? field
            : layer.GetProperty("fields").EnumerateArray().First(candidate => candidate.GetProperty("type").GetString() == "esriFieldTypeOID").GetProperty("name").GetString()!;
}
