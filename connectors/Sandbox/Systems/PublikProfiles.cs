using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using IntegrationHub.Connectors.Sandbox.Serving;
using IntegrationHub.Connectors.Sandbox.Town;
using IntegrationHub.Connectors.Sandbox.Town.Files;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IntegrationHub.Connectors.Sandbox.Systems;

/// <summary>The portal's users: a list by links to the next page, and one profile, read and changed; an attribute the portal does not have is refused.</summary>
internal sealed class PublikProfiles
{
    private const string Stamp = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";
    private const int Largest = 100;

    private static readonly string[] Model =
        ["uuid", "username", "first_name", "last_name", "email", "email_verified", "phone", "address", "zipcode", "city", "is_active", "date_joined", "modified", "gru_golden_id", "gru_golden_version"];

    private readonly Lock gate = new();
    private readonly SandboxContext context;
    private readonly SandboxTable table;
    private readonly HashSet<string> known;

    public PublikProfiles(SandboxContext context)
    {
        (this.context, table, known) = (context, context.Table(), [.. Model, .. context.PlantedNames]);
        var first = true;
        foreach (var record in context.Town.Records(TownSystem.Portail))
        {
            table.Add(record.Key, new DateTimeOffset(record.ChangedAt, TimeSpan.Zero), context.Plant(User(record), first));
            first = false;
        }
    }

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/users/", (HttpContext call, int? limit, int? cursor) => Signed(call) ?? List(call, Math.Clamp(limit ?? Largest, 1, Largest), cursor ?? 0));
        routes.MapGet("/api/users/{uuid}/", (HttpContext call, string uuid) => Signed(call) ?? (Find(uuid) is { } user ? Json(user.ToJsonString()) : Unknown()));
        routes.MapMethods("/api/users/{uuid}/", ["PATCH", "PUT"], (HttpContext call, string uuid, JsonObject body) => Signed(call) ?? Write(uuid, body));
    }

    private IResult? Signed(HttpContext call) => PublikSignature.Check(call, context.Time);

    private IResult Write(string uuid, JsonObject body)
    {
        lock (gate)
        {
            if (Find(uuid) is not { } user)
            {
                return Unknown();
            }

            if (body.FirstOrDefault(field => !known.Contains(field.Key)).Key is { } wrong)
            {
                return Results.Json(new { err = 1, err_desc = "invalid", errors = new Dictionary<string, string[]>(StringComparer.Ordinal) { [wrong] = ["unknown attribute"] } }, statusCode: 400);
            }

            var before = user.DeepClone();
            foreach (var (name, value) in body.Where(field => field.Key is not ("uuid" or "modified" or "date_joined")))
            {
                user[name] = value?.DeepClone() ?? "";
            }

            if (!JsonNode.DeepEquals(before, user))
            {
                user["modified"] = Text(context.Time.GetUtcNow());
                table.Write(uuid, context.Time.GetUtcNow(), user);
            }

            return Json(user.ToJsonString());
        }
    }

    private IResult List(HttpContext call, int limit, int cursor)
    {
        var rows = table.Live.AsEnumerable();
        if (call.Request.Query["modified__gt"].ToString() is { Length: > 0 } since)
        {
            if (!DateTime.TryParse(since, CultureInfo.InvariantCulture, out var from))
            {
                return Results.Json(new { err = 1, err_desc = "invalid modified__gt" }, statusCode: 400);
            }

            rows = rows.Where(row => row.ChangedAt.DateTime > from);
        }

        var page = rows.Skip(cursor).Take(limit + 1).Select(row => Encoding.UTF8.GetString(row.Body.Span)).ToList();
        var next = page.Count > limit ? JsonValue.Create(Next(call, cursor + limit)).ToJsonString() : "null";
        return Json($"{{\"next\":{next},\"previous\":null,\"results\":[{string.Join(',', page.Take(limit))}]}}");
    }

    // The whole query again, its signature too, with another cursor: who follows it signs it anew.
    private string Next(HttpContext call, int cursor)
    {
        var query = call.Request.Query.Where(pair => pair.Key != "cursor").Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value.ToString())}");
        return new Uri(context.Address, $"/api/users/?cursor={cursor.ToString(CultureInfo.InvariantCulture)}&{string.Join('&', query)}").AbsoluteUri;
    }

    private JsonObject? Find(string uuid) => table.Find(uuid) is { Deleted: false } row ? JsonNode.Parse(row.Body.Span)!.AsObject() : null;

    private static JsonObject User(TownRecord record)
    {
        var said = record.People[0];
        return new JsonObject
        {
            ["uuid"] = record.Key,
            ["username"] = said.Email,
            ["first_name"] = string.Join(' ', said.GivenNames),
            ["last_name"] = said.LastName,
            ["email"] = said.Email,
            ["email_verified"] = true,
            ["phone"] = Written.Phone(said.Phone, record.Style),
            ["address"] = Written.Line(said, record.Style),
            ["zipcode"] = said.PostCode,
            ["city"] = said.City,
            ["is_active"] = true,
            ["date_joined"] = Text(new DateTimeOffset(record.ChangedAt.AddDays(-200), TimeSpan.Zero)),
            ["modified"] = Text(new DateTimeOffset(record.ChangedAt, TimeSpan.Zero)),
            ["gru_golden_id"] = "",
            ["gru_golden_version"] = "",
        };
    }

    private static string Text(DateTimeOffset at) => at.UtcDateTime.ToString(Stamp, CultureInfo.InvariantCulture);

    private static IResult Json(string text) => Results.Text(text, "application/json", Encoding.UTF8);

    private static IResult Unknown() => Results.Json(new { err = 1, err_desc = "not found", err_class = "Http404" }, statusCode: 404);
}
