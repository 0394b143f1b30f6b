using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Sandbox.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IntegrationHub.Connectors.Sandbox.Systems.Gis;

/// <summary>A WFS 2.0 server behind HTTP Basic, after GeoServer's ways: GML 3.2 or GeoJSON, at most 50 features a page, exception reports inside HTTP 200.</summary>
public sealed class WfsSandbox : SandboxSystem
{
    private const string Type = "ville:" + AddressPoints.Name;
    private const int Largest = 50;

    private static readonly XNamespace Ows = "http://www.opengis.net/ows/1.1";

    public override string Name => "wfs";

    public override LocalText Title { get; } = new("WFS 2.0, points d’adresse", "WFS 2.0, address points");

    public override string BasePath => "/geoserver";

    public override void Map(IEndpointRouteBuilder routes, SandboxContext context)
    {
        var table = AddressPoints.Of(context);
        routes.MapGet(BasePath + "/wfs", (HttpContext call) =>
        {
            if (!call.HasBasic())
            {
                return Results.Unauthorized();
            }

            var query = call.Request.Query.ToDictionary(entry => entry.Key.ToLowerInvariant(), entry => entry.Value.ToString(), StringComparer.Ordinal);
            return query.GetValueOrDefault("service") != "WFS" ? Error("MissingParameterValue", "service")
                : query.GetValueOrDefault("request") switch
                {
                    "GetCapabilities" => Xml(new XElement(WfsGml.Wfs + "WFS_Capabilities", new XElement(WfsGml.Wfs + "FeatureTypeList", new XElement(WfsGml.Wfs + "FeatureType", new XElement(WfsGml.Wfs + "Name", Type))))),
                    "GetFeature" => Features(query, table.Live),
                    _ => Error("OperationNotSupported", "request"),
                };
        });
    }

    private static IResult Features(Dictionary<string, string> query, IReadOnlyList<SandboxRow> rows)
    {
        var (sort, format) = (query.GetValueOrDefault("sortby")?.Split(' ')[0], query.GetValueOrDefault("outputformat"));
        if (query.GetValueOrDefault("typenames") != Type || (sort is not null && !AddressPoints.Fields.Contains(sort)) || format is not (null or "application/json"))
        {
            return Error("InvalidParameterValue", query.GetValueOrDefault("typenames") != Type ? "typeName" : sort is null ? "outputFormat" : "sortBy");
        }

        if (query.GetValueOrDefault("resulttype") == "hits")
        {
            return Xml(WfsGml.Collection([], rows.Count.ToString(CultureInfo.InvariantCulture)));
        }

        var features = rows.Select(row => JsonNode.Parse(row.Body.Span)!.AsObject());
        features = sort is null ? features : features.OrderBy(feature => feature["properties"]![sort]!.ToString(), StringComparer.Ordinal);
        var page = features.Skip(Number(query, "startindex", 0)).Take(Math.Min(Number(query, "count", Largest), Largest)).ToList();
        return format is null ? Xml(WfsGml.Collection(page, "unknown")) : Results.Text(
            new JsonObject { ["type"] = "FeatureCollection", ["features"] = new JsonArray([.. page]), ["totalFeatures"] = rows.Count, ["numberMatched"] = rows.Count, ["numberReturned"] = page.Count }.ToJsonString(),
            "application/json", Encoding.UTF8);
    }

    private static int Number(Dictionary<string, string> query, string name, int usual) =>
        query.TryGetValue(name, out var text) && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : usual;

    private static IResult Error(string code, string locator) => Xml(new XElement(
        Ows + "ExceptionReport", new XAttribute("version", "2.0.0"),
        new XElement(Ows + "Exception", new XAttribute("exceptionCode", code), new XAttribute("locator", locator), new XElement(Ows + "ExceptionText", "Sandbox: " + locator))));

    private static IResult Xml(XElement root) => Results.Text("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + root, "text/xml", Encoding.UTF8);
}
