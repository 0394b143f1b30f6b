using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Sandbox.Serving;
using IntegrationHub.Connectors.Sandbox.Town;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IntegrationHub.Connectors.Sandbox.Systems;

/// <summary>recherche-entreprises.api.gouv.fr: companies of a commune, no sign-in, numbered pages of at most 25, errors as <c>{"erreur":…}</c>.</summary>
public sealed class RechercheEntreprisesSandbox : SandboxSystem
{
    private const int Largest = 25;

    public override string Name => "recherche-entreprises";

    public override LocalText Title { get; } = new("Recherche d'entreprises (État)", "Company search (State)");

    public override void Map(IEndpointRouteBuilder routes, SandboxContext context)
    {
        var table = context.Table();
        foreach (var record in context.Town.Records(TownSystem.Finance).Where(record => record.Organisation is { Siret.Length: 14 }))
        {
            var body = context.Plant(Company(record.Organisation!, record.ChangedAt));
            table.Add(body["siren"]!.ToString(), new DateTimeOffset(record.ChangedAt, TimeSpan.Zero), body);
        }

        routes.MapGet("/search", (int? page, int? per_page, HttpContext call) =>
        {
            var (number, size) = (page ?? 1, per_page ?? 10);
            if (number < 1 || size is < 1 or > Largest || !call.Request.Query.Keys.Any(key => key is "q" or "code_commune" or "departement"))
            {
                return Results.Json(new { erreur = "Veuillez indiquer au moins un paramètre de recherche, page >= 1 et per_page entre 1 et 25." }, statusCode: 400);
            }

            var rows = table.Live;
            var items = string.Join(',', rows.Skip((number - 1) * size).Take(size).Select(row => Encoding.UTF8.GetString(row.Body.Span)));
            var pages = (rows.Count + size - 1) / size;
            return Results.Text(
                string.Create(CultureInfo.InvariantCulture, $"{{\"results\":[{items}],\"total_results\":{rows.Count},\"page\":{number},\"per_page\":{size},\"total_pages\":{pages}}}"),
                "application/json", Encoding.UTF8);
        });
    }

    private static JsonObject Company(TownOrganisation organisation, DateTime changed) => new()
    {
        ["siren"] = organisation.Siret[..9],
        ["nom_complet"] = organisation.Name,
        ["nom_raison_sociale"] = organisation.Name,
        ["nature_juridique"] = organisation.Nature switch { 'A' => "9220", 'C' => "7210", _ => "5710" },
        ["etat_administratif"] = "A",
        ["date_mise_a_jour"] = changed.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture),
        ["siege"] = new JsonObject
        {
            ["siret"] = organisation.Siret,
            ["adresse"] = organisation.Address,
            ["code_postal"] = organisation.PostCode,
            ["libelle_commune"] = organisation.City,
        },
    };
}
