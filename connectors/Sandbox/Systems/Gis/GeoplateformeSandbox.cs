using System.Globalization;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Sandbox.Serving;
using IntegrationHub.Connectors.Sandbox.Town.Population;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IntegrationHub.Connectors.Sandbox.Systems.Gis;

/// <summary>Géoplateforme, geocoding over the Base Adresse Nationale: GeoJSON in the order of the score; beyond 50 requests a second, 429 for five seconds; many addresses at once as a CSV file. The town's own homes are what it knows.</summary>
public sealed class GeoplateformeSandbox : SandboxSystem
{
    private const double Least = 0.3;

    private static readonly string[] TooShort = ["q: must contain between 3 and 200 chars and start with a number or a letter"];

    public override string Name => "geoplateforme";

    public override LocalText Title { get; } = new("Géoplateforme, géocodage (BAN)", "Géoplateforme, geocoding (BAN)");

    public override string BasePath => "/geocodage";

    public override void Map(IEndpointRouteBuilder routes, SandboxContext context)
    {
        var homes = new HomeIndex(context.Town.Truth().SelectMany(family => family.Households.Select(household => household.Home)).DistinctBy(home => (home.Number, home.Street, home.Commune.Code)));
        var limits = new GeoplateformeLimits(context.Time);
        routes.MapGet("/geocodage/search", (HttpContext call, string? q, string? postcode, string? citycode, int? limit) =>
        {
            if (limits.Take() is { } seconds)
            {
                call.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
                return Results.Json(new { code = 429, message = "Too Many Requests" }, statusCode: 429);
            }

            if (string.IsNullOrWhiteSpace(q) || q.Length < 3)
            {
                return Results.Json(new { code = 400, detail = TooShort, message = "Failed parsing query" }, statusCode: 400);
            }

            return Results.Json(new { type = "FeatureCollection", features = Found(q, postcode, citycode).Take(limit ?? 5).Select(entry => Feature(entry.Home, entry.Score)).ToList(), query = q });
        });
        var files = new GeoplateformeCsv((q, postcode, citycode) => Found(q, postcode, citycode).Select(entry => ((Home, double)?)entry).FirstOrDefault());
        routes.MapPost("/geocodage/search/csv", async (HttpContext call) =>
        {
            context.CountRequest(tooMany: false);
            return await files.AnswerAsync(call);
        });

        IEnumerable<(Home Home, double Score)> Found(string q, string? postcode, string? citycode) => homes.Find(q)
            .Where(entry => entry.Score > Least && (postcode is null || entry.Home.Commune.PostCode == postcode) && (citycode is null || entry.Home.Commune.Code == citycode))
            .OrderByDescending(entry => entry.Score).ThenBy(entry => entry.Label, StringComparer.Ordinal).Select(entry => (entry.Home, entry.Score));
    }

    private static object Feature(Home home, double score)
    {
        var address = GeoplateformeAddress.Of(home);
        return new
        {
            type = "Feature",
            geometry = new { type = "Point", coordinates = new[] { address.Place.Longitude, address.Place.Latitude } },
            properties = new
            {
                label = address.Label, score, housenumber = home.Number, id = address.Id, name = address.Name,
                postcode = home.Commune.PostCode, citycode = home.Commune.Code, city = home.Commune.Name, context = home.Commune.Department,
                type = address.Type, importance = 0.5, street = home.Street, _type = "address",
            },
        };
    }
}
