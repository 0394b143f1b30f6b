using System.Globalization;
using System.Text.Json.Nodes;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Sandbox.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IntegrationHub.Connectors.Sandbox.Systems.Gis;

/// <summary>A server of OGC API Features, Part 1, behind HTTP Basic: address points and school sectors; pages by absolute <c>next</c> links, errors as <c>{"code","description"}</c>.</summary>
public sealed class OgcFeaturesSandbox : SandboxSystem
{
    private const int UsualLimit = 10, Largest = 10_000;

    public override string Name => "ogc-features";

    public override LocalText Title { get; } = new("OGC API Features, points d’adresse et secteurs", "OGC API Features, address points and sectors");

    public override string BasePath => "/ogc";

    public override void Map(IEndpointRouteBuilder routes, SandboxContext context)
    {
        var tables = new Dictionary<string, SandboxTable>(StringComparer.Ordinal) { [AddressPoints.Name] = AddressPoints.Of(context), [Sectors.Name] = Sectors.Of(context) };
        var root = $"{BasePath}/collections";
        var doors = routes.MapGroup(BasePath).AddEndpointFilter(async (call, next) =>
            call.HttpContext.HasBasic() ? await next(call) : Error(401, "Unauthorized", "Sign in with user and password."));
        doors.MapGet("/", () => Json(new JsonObject { ["title"] = "Ville", ["links"] = new JsonArray(Link(new Uri(context.Address, root), "data", "application/json")) }));
        doors.MapGet("/conformance", () => Json(new JsonObject { ["conformsTo"] = new JsonArray("http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core", "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson") }));
        doors.MapGet("/collections", () => Json(new JsonObject { ["collections"] = new JsonArray([.. tables.Keys.Select(JsonNode? (id) => Collection(id))]), ["links"] = new JsonArray() }));
        doors.MapGet("/collections/{id}", (string id) => tables.ContainsKey(id) ? Json(Collection(id)) : NoCollection());
        doors.MapGet("/collections/{id}/items", (string id, int? limit, int? offset) =>
            !tables.TryGetValue(id, out var table) ? NoCollection()
            : limit is < 1 or > Largest ? Error(400, "InvalidParameterValue", "limit must be from 1 to 10000")
            : Items(new Uri(context.Address, $"{root}/{id}/items"), table.Live, limit ?? UsualLimit, offset ?? 0));
    }

    private static IResult Items(Uri address, IReadOnlyList<SandboxRow> rows, int limit, int offset)
    {
        var page = rows.Skip(offset).Take(limit).Select(row => JsonNode.Parse(row.Body.Span)).ToList();
        var links = new JsonArray(Link(address, "self", "application/geo+json"));
        if (offset + page.Count < rows.Count)
        {
            var next = new Uri(string.Create(CultureInfo.InvariantCulture, $"{address}?offset={offset + limit}&limit={limit}"));
            links.Add(Link(next, "next", "text/html"));
            links.Add(Link(next, "next", "application/geo+json"));
        }

        var body = new JsonObject { ["type"] = "FeatureCollection", ["numberMatched"] = rows.Count, ["numberReturned"] = page.Count, ["features"] = new JsonArray([.. page]), ["links"] = links };
        return Json(body, "application/geo+json");
    }

    private static JsonObject Collection(string id) => new() { ["id"] = id, ["title"] = id, ["itemType"] = "feature", ["links"] = new JsonArray() };

    private static JsonObject Link(Uri address, string relation, string type) => new() { ["href"] = address.AbsoluteUri, ["rel"] = relation, ["type"] = type };

    private static IResult NoCollection() => Error(404, "NotFound", "The collection does not exist.");

    private static IResult Error(int status, string code, string description) => Results.Json(new { code, description }, statusCode: status);

    private static IResult Json(JsonObject body, string type = "application/json") => Results.Text(body.ToJsonString(), type, System.Text.Encoding.UTF8);
}
