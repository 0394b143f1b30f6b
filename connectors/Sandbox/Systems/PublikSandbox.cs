using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Sandbox.Serving;
using IntegrationHub.Connectors.Sandbox.Town;
using IntegrationHub.Connectors.Sandbox.Town.Files;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IntegrationHub.Connectors.Sandbox.Systems;

/// <summary>Publik w.c.s. (Entr'ouvert): requests of one form, over signed URLs; errors are <c>{"err":1,"err_desc":…,"err_class":…}</c>.</summary>
public sealed class PublikSandbox : SandboxSystem
{
    private static readonly string[] States = ["Nouvelle demande", "En cours", "Terminé"];

    public override string Name => "publik";

    public override LocalText Title { get; } = new("Publik, demandes des usagers", "Publik, citizens' requests");

    public override void Map(IEndpointRouteBuilder routes, SandboxContext context)
    {
        var table = context.Table();
        var number = 0;
        foreach (var record in context.Town.Records(TownSystem.Portail))
        {
            var body = Form(record, ++number);
            context.Plant(body["fields"]!.AsObject());
            table.Add(body["id"]!.ToString(), new DateTimeOffset(record.ChangedAt, TimeSpan.Zero), body);
        }

        routes.MapGet("/api/formdefs/", (HttpContext call) => Signed(call, context.Time) ?? Results.Json(new[]
        {
            new { url = $"{context.Address}demande/", title = "Demande", slug = "demande", count = table.Live.Count },
        }));
        routes.MapGet("/api/forms/demande/list", (HttpContext call, int? limit, int? offset) =>
            Signed(call, context.Time) ?? List(call, table.Live, limit ?? int.MaxValue, offset ?? 0));
        routes.MapGet("/api/forms/demande/{id}/", (HttpContext call, string id) =>
            Signed(call, context.Time) ?? (table.Find(id) is { Deleted: false } row ? Results.Bytes(row.Body.ToArray(), "application/json") : Error(404, "not found", "Http404")));
    }

    private static JsonObject Form(TownRecord record, int number)
    {
        var said = record.People[0];
        var changed = Written.At(record.ChangedAt, "yyyy-MM-dd'T'HH:mm:ss");
        var state = (int)(record.Style % 3);
        return new JsonObject
        {
            ["id"] = number.ToString(CultureInfo.InvariantCulture),
            ["receipt_time"] = Written.At(record.ChangedAt.AddDays(-2), "yyyy-MM-dd'T'HH:mm:ss"),
            ["last_update_time"] = changed,
            ["fields"] = new JsonObject
            {
                ["nom"] = said.LastName,
                ["nom_naissance"] = said.BirthName,
                ["prenom"] = string.Join(' ', said.GivenNames),
                ["date_naissance"] = Written.Iso(said.BirthDate),
                ["courriel"] = said.Email,
                ["telephone"] = Written.Phone(said.Phone, record.Style),
                ["adresse"] = Written.Line(said, record.Style),
                ["code_postal"] = said.PostCode,
                ["ville"] = said.City,
            },
            ["user"] = new JsonObject { ["id"] = number, ["name"] = $"{string.Join(' ', said.GivenNames)} {said.LastName}", ["email"] = said.Email, ["NameID"] = new JsonArray(record.Key) },
            ["workflow"] = new JsonObject { ["status"] = new JsonObject { ["id"] = state.ToString(CultureInfo.InvariantCulture), ["name"] = States[state] } },
            ["submission"] = new JsonObject { ["backoffice"] = false, ["channel"] = "web" },
        };
    }

    private static IResult List(HttpContext call, IEnumerable<SandboxRow> rows, int limit, int offset)
    {
        if (call.Request.Query["filter-start-mtime"] == "on")
        {
            if (!DateTime.TryParse(call.Request.Query["filter-start-mtime-value"], CultureInfo.InvariantCulture, out var from))
            {
                return Error(400, "Invalid value for \"filter-start-mtime-value\".", "Invalid request");
            }

            rows = rows.Where(row => row.ChangedAt.DateTime >= from);
        }

        return Rows(rows.Skip(offset).Take(limit));
    }

    private static IResult Rows(IEnumerable<SandboxRow> rows) =>
        Results.Text("[" + string.Join(',', rows.Select(row => Encoding.UTF8.GetString(row.Body.Span))) + "]", "application/json", Encoding.UTF8);

    private static IResult? Signed(HttpContext call, TimeProvider time) => PublikSignature.Check(call, time);

    private static IResult Error(int status, string text, string kind) => PublikSignature.Error(status, text, kind);
}
