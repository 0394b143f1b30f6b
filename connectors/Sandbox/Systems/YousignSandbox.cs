using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Sandbox.Serving;
using IntegrationHub.Connectors.Sandbox.Town;
using IntegrationHub.Connectors.Sandbox.Town.Files;
using IntegrationHub.Connectors.Sandbox.Town.Systems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace IntegrationHub.Connectors.Sandbox.Systems;

/// <summary>Yousign API v3: signature requests by cursor, at most 100 a page, signers by their id and state only; who they are stands one request further. Errors are <c>{"type":…,"detail":…}</c>.</summary>
public sealed class YousignSandbox : SandboxSystem
{
    private const int Largest = 100;
    private static readonly string[] States = ["ongoing", "done", "done", "declined", "expired", "canceled"];

    public override string Name => "yousign";

    public override LocalText Title { get; } = new("Yousign, demandes de signature", "Yousign, signature requests");

    public override string BasePath => "/v3";

    public override void Map(IEndpointRouteBuilder routes, SandboxContext context)
    {
        var (table, signers) = (context.Table(), new ConcurrentDictionary<string, JsonArray>(StringComparer.Ordinal));
        foreach (var record in context.Town.Records(TownSystem.Signature))
        {
            signers[record.Key] = [.. record.People.Select(said => Signer(said, record.Style))];
            table.Add(record.Key, new DateTimeOffset(record.ChangedAt, TimeSpan.Zero), context.Plant(Request(record, signers[record.Key])));
        }

        var doors = routes.MapGroup("/v3").AddEndpointFilter(async (call, next) =>
            call.HttpContext.HasBearer() ? await next(call) : Error(401, "unauthorized", "Access denied. Please check that your API key is valid."));
        doors.MapGet("/signature_requests", (int? limit, string? after, [FromQuery(Name = "external_id[eq]")] string? external) =>
            List(external is null ? table.Live : [.. table.Live.Where(row => YousignWrites.ExternalId(row) == external)], limit ?? Largest, after));
        new YousignWrites(table, signers, context.Time).Map(doors);
        doors.MapGet("/signature_requests/{id}/signers", (string id) =>
            signers.TryGetValue(id, out var list) ? Results.Text(list.ToJsonString(), "application/json", Encoding.UTF8) : Error(404, "not_found", "The signature request does not exist."));
    }

    private static IResult List(IReadOnlyList<SandboxRow> rows, int limit, string? after)
    {
        var skip = 0;
        if (limit is < 1 or > Largest || (after is not null && !int.TryParse(after.AsSpan(after.StartsWith("c-", StringComparison.Ordinal) ? 2 : 0), NumberStyles.None, CultureInfo.InvariantCulture, out skip)))
        {
            return Error(400, "validation_error", "limit is between 1 and 100; after is a cursor of an answer before.");
        }

        var items = string.Join(',', rows.Skip(skip).Take(limit).Select(row => Encoding.UTF8.GetString(row.Body.Span)));
        var next = skip + limit < rows.Count ? string.Create(CultureInfo.InvariantCulture, $"\"c-{skip + limit}\"") : "null";
        return Results.Text($"{{\"meta\":{{\"next_cursor\":{next}}},\"data\":[{items}]}}", "application/json", Encoding.UTF8);
    }

    private static JsonObject Request(TownRecord record, JsonArray signers) => new()
    {
        ["id"] = record.Key,
        ["status"] = States[(record.Style >> 30) % 6],
        ["name"] = "Convention " + record.Key,
        ["delivery_mode"] = "email",
        ["created_at"] = Written.At(record.ChangedAt.AddDays(-3), "yyyy-MM-dd'T'HH:mm:ss'+00:00'"),
        ["ordered_signers"] = false,
        ["timezone"] = "Europe/Paris",
        ["source"] = "public_api",
        ["signers"] = new JsonArray([.. signers.Select(signer => new JsonObject { ["id"] = (string?)signer!["id"], ["status"] = (string?)signer["status"] })]),
        ["external_id"] = null,
    };

    private static JsonObject Signer(Statement said, ulong style) => new()
    {
        ["id"] = said.Part["signer:".Length..],
        ["info"] = new JsonObject
        {
            ["first_name"] = string.Join(' ', said.GivenNames),
            ["last_name"] = said.LastName,
            ["email"] = said.Email,
            ["phone_number"] = said.Phone.Length == 10 ? "+33" + said.Phone[1..] : null,
            ["locale"] = "fr",
        },
        ["status"] = (style >> 33) % 3 == 0 ? "notified" : "signed",
        ["signature_level"] = "electronic_signature",
        ["signature_authentication_mode"] = "no_otp",
    };

    internal static IResult Error(int status, string type, string detail) => Results.Json(new { type, detail }, statusCode: status);
}
