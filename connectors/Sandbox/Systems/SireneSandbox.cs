using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Sandbox.Serving;
using IntegrationHub.Connectors.Sandbox.Town;
using IntegrationHub.Connectors.Sandbox.Town.Files;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IntegrationHub.Connectors.Sandbox.Systems;

/// <summary>INSEE's SIRENE API 3.11: establishments by cursor (<c>curseur=*</c> until <c>curseurSuivant</c> stays the same), a key in a header, 404 for no result.</summary>
/// <param name="perMinute">Requests a minute; the real service allows 30.</param>
public sealed partial class SireneSandbox(int perMinute = 30) : SandboxSystem
{
    private const int Largest = 1000;

    public override string Name => "sirene";

    public override LocalText Title { get; } = new("SIRENE (INSEE), établissements", "SIRENE (INSEE), establishments");

    public override string BasePath => "/api-sirene/3.11";

    public override void Map(IEndpointRouteBuilder routes, SandboxContext context)
    {
        var table = context.Table();
        foreach (var record in context.Town.Records(TownSystem.Finance).Where(record => record.Organisation is { Siret.Length: 14 }))
        {
            table.Add(record.Organisation!.Siret, new DateTimeOffset(record.ChangedAt, TimeSpan.Zero), context.Plant(Establishment(record.Organisation, record.ChangedAt, record.Style)));
        }

        var limit = new WindowLimit(perMinute, TimeSpan.FromMinutes(1), context.Time);
        var doors = routes.MapGroup(BasePath).AddEndpointFilter(async (call, next) =>
        {
            if (!call.HttpContext.HasKey("X-INSEE-Api-Key-Integration"))
            {
                return Results.Json(new { error = "unauthorized" }, statusCode: 401);
            }

            var wait = limit.Take();
            context.CountRequest(wait is not null);
            if (wait is null)
            {
                return await next(call);
            }

            call.HttpContext.Response.Headers["X-Rate-Limit-Limit"] = perMinute.ToString(CultureInfo.InvariantCulture);
            call.HttpContext.Response.Headers["X-Rate-Limit-Remaining"] = "0";
            call.HttpContext.Response.Headers["X-Rate-Limit-Reset"] = (context.Time.GetUtcNow() + wait.Value).ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
            return Header(429, "Trop de requêtes");
        });
        doors.MapGet("/siret", (string? q, int? nombre, string? curseur) => List(Found(table.Live, q), nombre ?? 20, curseur ?? "*"));
        doors.MapGet("/siret/{siret}", (string siret) => table.Find(siret) is { Deleted: false } row
            ? Results.Text($"{{\"header\":{{\"statut\":200,\"message\":\"ok\"}},\"etablissement\":{Encoding.UTF8.GetString(row.Body.Span)}}}", "application/json", Encoding.UTF8)
            : Header(404, "Aucun élément trouvé pour le siret " + siret));
    }

    // Of the query language, what a connection uses: a commune, and the date of the last treatment.
    private static List<SandboxRow>? Found(IReadOnlyList<SandboxRow> rows, string? q)
    {
        var terms = (q ?? "").Split(" AND ");
        var since = terms.Select(term => Since().Match(term)).FirstOrDefault(match => match.Success)?.Groups["day"].Value;
        return terms.All(term => Since().IsMatch(term) || Commune().IsMatch(term))
            ? [.. rows.Where(row => since is null || string.CompareOrdinal(row.ChangedAt.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), since) >= 0)]
            : null;
    }

    private static IResult List(List<SandboxRow>? rows, int size, string cursor)
    {
        var skip = 0;
        if (rows is null || size is < 1 or > Largest || (cursor != "*" && !int.TryParse(cursor.AsSpan(cursor.StartsWith('A') ? 1 : 0), NumberStyles.None, CultureInfo.InvariantCulture, out skip)))
        {
            return Header(400, "Erreur de syntaxe dans le paramètre q, nombre ou curseur");
        }

        if (rows.Count == 0)
        {
            return Header(404, "Aucun élément trouvé");
        }

        var page = rows.Skip(skip).Take(size).ToList();
        var items = string.Join(',', page.Select(row => Encoding.UTF8.GetString(row.Body.Span)));
        var next = page.Count == 0 ? cursor : string.Create(CultureInfo.InvariantCulture, $"A{skip + page.Count}");
        return Results.Text(
            string.Create(CultureInfo.InvariantCulture, $"{{\"header\":{{\"statut\":200,\"message\":\"ok\",\"total\":{rows.Count},\"debut\":0,\"nombre\":{page.Count},\"curseur\":\"{cursor}\",\"curseurSuivant\":\"{next}\"}},\"etablissements\":[{items}]}}"),
            "application/json", Encoding.UTF8);
    }

    private static JsonObject Establishment(TownOrganisation organisation, DateTime changed, ulong style) => new()
    {
        ["siren"] = organisation.Siret[..9],
        ["nic"] = organisation.Siret[9..],
        ["siret"] = organisation.Siret,
        ["statutDiffusionEtablissement"] = "O",
        ["etablissementSiege"] = true,
        ["dateDernierTraitementEtablissement"] = Written.At(changed, "yyyy-MM-dd'T'HH:mm:ss"),
        ["uniteLegale"] = new JsonObject
        {
            ["denominationUniteLegale"] = organisation.Name,
            ["nomUniteLegale"] = null,
            ["categorieJuridiqueUniteLegale"] = organisation.Nature switch { 'A' => "9220", 'C' => "7210", _ => "5710" },
            ["etatAdministratifUniteLegale"] = "A",
        },
        ["adresseEtablissement"] = new JsonObject
        {
            ["libelleVoieEtablissement"] = organisation.Address,
            ["codePostalEtablissement"] = organisation.PostCode,
            ["libelleCommuneEtablissement"] = organisation.City,
        },
        ["periodesEtablissement"] = new JsonArray(new JsonObject { ["dateFin"] = null, ["etatAdministratifEtablissement"] = (style >> 20) % 12 == 0 ? "F" : "A" }),
    };

    private static IResult Header(int status, string message) => Results.Json(new { header = new { statut = status, message } }, statusCode: status);

    [GeneratedRegex(@"^codeCommuneEtablissement:[0-9AB]{5}$", RegexOptions.None, 1000)]
    private static partial Regex Commune();

    [GeneratedRegex(@"^dateDernierTraitementEtablissement:\[(?<day>\d{4}-\d{2}-\d{2}) TO \*\]$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Since();
}
