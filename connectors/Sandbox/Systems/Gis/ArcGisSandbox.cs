using System.Globalization;
using System.Text.Json.Nodes;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Sandbox.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IntegrationHub.Connectors.Sandbox.Systems.Gis;

/// <summary>An ArcGIS feature service: address points as layer 0, and once more as layer 1 without paging as an old server has it; tokens by generateToken, every error inside HTTP 200.</summary>
public sealed class ArcGisSandbox : SandboxSystem
{
    private const int MaxRecordCount = 16;

    public override string Name => "arcgis";

    public override LocalText Title { get; } = new("ArcGIS FeatureServer, points d’adresse", "ArcGIS FeatureServer, address points");

    public override string BasePath => "/arcgis/rest/services/adresses/FeatureServer";

    public override void Map(IEndpointRouteBuilder routes, SandboxContext context)
    {
        var (table, tokens) = (AddressPoints.Of(context), new ArcGisTokenDoor(context.Time));
        tokens.Map(routes, "/arcgis/sharing/rest/generateToken");
        routes.MapGet(BasePath + "/{layer:int}", (HttpContext call, int layer) => tokens.Refuse(call) ?? (layer > 1 ? Error(404, "Layer not found") : Json(Layer(layer))));
        routes.MapGet(BasePath + "/{layer:int}/query", (HttpContext call, int layer) => tokens.Refuse(call) ?? (layer > 1 ? Error(404, "Layer not found") : Query(call.Request.Query, layer, table.Live)));
    }

    internal static IResult Error(int code, string message) =>
        Json(new JsonObject { ["error"] = new JsonObject { ["code"] = code, ["message"] = message, ["details"] = new JsonArray() } });

    internal static IResult Json(JsonObject body) => Results.Text(body.ToJsonString(), "application/json", System.Text.Encoding.UTF8);

    private static JsonObject Layer(int layer) => new()
    {
        ["id"] = layer,
        ["name"] = AddressPoints.Name,
        ["objectIdField"] = "OBJECTID",
        ["maxRecordCount"] = MaxRecordCount,
        ["geometryType"] = "esriGeometryPoint",
        ["fields"] = new JsonArray([.. AddressPoints.Fields.Select(JsonNode? (name) => new JsonObject { ["name"] = name, ["type"] = name == "OBJECTID" ? "esriFieldTypeOID" : "esriFieldTypeString" })]),
        ["advancedQueryCapabilities"] = new JsonObject { ["supportsPagination"] = layer == 0 },
    };

    private static IResult Query(IQueryCollection query, int layer, IReadOnlyList<SandboxRow> rows)
    {
        var features = rows.Select(row => JsonNode.Parse(row.Body.Span)!.AsObject()).OrderBy(Id).ToList();
        if (query["objectIds"].ToString() is { Length: > 0 } ids)
        {
            var wanted = ids.Split(',').Select(id => int.Parse(id, CultureInfo.InvariantCulture)).ToHashSet();
            return Json(Features(features.Where(feature => wanted.Contains(Id(feature))).Take(MaxRecordCount), more: false));
        }

        if (query["where"] != "1=1" || (layer == 1 && query.ContainsKey("resultOffset")))
        {
            return Error(400, query["where"] != "1=1" ? "Unable to complete operation." : "Pagination is not supported.");
        }

        if (query["returnIdsOnly"] == "true" || query["returnCountOnly"] == "true")
        {
            return Json(query["returnCountOnly"] == "true" ? new JsonObject { ["count"] = features.Count }
                : new JsonObject { ["objectIdFieldName"] = "OBJECTID", ["objectIds"] = new JsonArray([.. features.Select(JsonNode? (feature) => JsonValue.Create(Id(feature)))]) });
        }

        var (offset, size) = (Number(query, "resultOffset", 0), Math.Min(Number(query, "resultRecordCount", MaxRecordCount), MaxRecordCount));
        return Json(Features(features.Skip(offset).Take(size), more: offset + size < features.Count));
    }

    private static JsonObject Features(IEnumerable<JsonObject> features, bool more)
    {
        var body = new JsonObject
        {
            ["objectIdFieldName"] = "OBJECTID",
            ["spatialReference"] = new JsonObject { ["wkid"] = 4326 },
            ["features"] = new JsonArray([.. features.Select(JsonNode? (feature) => new JsonObject
            {
                ["attributes"] = feature["properties"]!.DeepClone(),
                ["geometry"] = new JsonObject { ["x"] = feature["geometry"]!["coordinates"]![0]!.DeepClone(), ["y"] = feature["geometry"]!["coordinates"]![1]!.DeepClone() },
            })]),
        };
        if (more)
        {
            body["exceededTransferLimit"] = true;
        }

        return body;
    }

    private static int Id(JsonObject feature) => feature["properties"]!["OBJECTID"]!.GetValue<int>();

    private static int Number(IQueryCollection query, string name, int usual) => int.TryParse(query[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : usual;
}
