using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Sandbox.Serving;
using IntegrationHub.Connectors.Sandbox.Town;
using IntegrationHub.Connectors.Sandbox.Town.Files;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IntegrationHub.Connectors.Sandbox.Systems;

/// <summary>Chorus Pro behind PISTE: a token by client credentials, the technical account in <c>cpro-account</c>, every request a POST, errors as <c>codeRetour</c> inside 200.</summary>
public sealed class ChorusProSandbox : SandboxSystem
{
    private static readonly string[] States = ["DEPOSEE", "MISE_A_DISPOSITION", "SERVICE_FAIT", "MANDATEE", "MISE_EN_PAIEMENT", "REJETEE"];

    public override string Name => "chorus-pro";

    public override LocalText Title { get; } = new("Chorus Pro (PISTE), factures reçues", "Chorus Pro (PISTE), invoices received");

    /// <summary>What the technical account's header holds.</summary>
    public static string Account { get; } = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{SandboxContext.User}:{SandboxContext.Secret}"));

    public override void Map(IEndpointRouteBuilder routes, SandboxContext context)
    {
        var (table, number) = (context.Table(), 4_100_000);
        foreach (var record in context.Town.Records(TownSystem.Finance).Where(record => record.Organisation is not null))
        {
            var invoice = context.Plant(Invoice(record, ++number));
            table.Add(invoice["idFacture"]!.ToString(), new DateTimeOffset(record.ChangedAt, TimeSpan.Zero), invoice);
        }

        var tokens = new SandboxTokens(context.Time);
        tokens.Map(routes, "/api/oauth/token");
        var doors = routes.MapGroup("/cpro").AddEndpointFilter(async (call, next) =>
            !tokens.Accepts(call.HttpContext) ? Results.Json(new { error = "invalid_token" }, statusCode: 401)
            : call.HttpContext.HasKey("cpro-account", Account) ? await next(call) : Results.Json(new { error = "access_denied" }, statusCode: 403));
        doors.MapPost("/factures/v1/rechercher/recipiendaire", (JsonElement asked) => Search(table.Live, asked));
        doors.MapPost("/transverses/v1/recuperer/tauxtva", () => Results.Json(new { codeRetour = 0, libelle = "GCU_MSG_01_000", listeTauxTva = Array.Empty<object>() }));
    }

    private static IResult Search(IReadOnlyList<SandboxRow> rows, JsonElement asked)
    {
        if (!asked.TryGetProperty("paramRecherche", out var search) || Number(search, "nbResultatsParPage") is not (>= 1 and var size) || Number(search, "pageResultatDemandee") is not (>= 1 and var page)
            || !asked.TryGetProperty("typeDemandePaiement", out var kind) || kind.GetString() is not ("FACTURE" or "FACTURE_TRAVAUX"))
        {
            return Results.Json(new { codeRetour = 20001, libelle = "TRA_MSG_00.001 Paramètre invalide" });
        }

        var since = asked.TryGetProperty("periodeDateHeureEtatCourantDu", out var from) ? from.GetString() : null;
        var found = rows.Where(row => kind.GetString() == "FACTURE" && string.CompareOrdinal(Written.At(row.ChangedAt.UtcDateTime, "yyyy-MM-dd"), since ?? "") >= 0).ToList();
        if (found.Count == 0)
        {
            return Results.Json(new { codeRetour = 20000, libelle = "TRA_MSG_00.015 La recherche n'a retourné aucun résultat" });
        }

        var items = string.Join(',', found.Skip((page - 1) * size).Take(size).Select(row => Encoding.UTF8.GetString(row.Body.Span)));
        return Results.Text(
            string.Create(CultureInfo.InvariantCulture, $"{{\"codeRetour\":0,\"libelle\":\"GCU_MSG_01_000\",\"listeFactures\":[{items}],\"pageCourante\":{page},\"pages\":{(found.Count + size - 1) / size}}}"),
            "application/json", Encoding.UTF8);
    }

    private static JsonObject Invoice(TownRecord record, int number) => new()
    {
        ["idFacture"] = number,
        ["numeroFacture"] = "F-" + number.ToString(CultureInfo.InvariantCulture),
        ["typeFacture"] = "FACTURE",
        ["typeDemandePaiement"] = "FACTURE",
        ["dateFacture"] = Written.At(record.ChangedAt.AddDays(-9), "yyyy-MM-dd"),
        ["dateDepot"] = Written.At(record.ChangedAt.AddDays(-8), "yyyy-MM-dd"),
        ["dateHeureEtatCourant"] = Written.At(record.ChangedAt, "yyyy-MM-dd'T'HH:mm:ss.fff'+00:00'"),
        ["statut"] = States[(record.Style >> 24) % 6],
        ["codeFournisseur"] = record.Organisation!.Siret,
        ["typeIdentifiantFournisseur"] = "SIRET",
        ["designationFournisseur"] = record.Organisation.Name,
        ["idDestinataire"] = 12345,
        ["codeDestinataire"] = "21490007800012",
        ["devise"] = "EUR",
        ["montantHT"] = 100,
        ["montantTTC"] = 120,
    };

    private static int? Number(JsonElement search, string name) => search.TryGetProperty(name, out var value) && value.TryGetInt32(out var number) ? number : null;
}
