using System.Globalization;
using System.Text.Json.Nodes;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Abstractions.Settings;
using IntegrationHub.Host.Access;
using IntegrationHub.Host.Node;

namespace IntegrationHub.Host.Api;

/// <summary>The connectors this hub can use, as their manifests say; a form is made from the schema.</summary>
public static class ConnectorDoors
{
    public static void MapConnectorCatalogue(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/connectors").WithTags("Connections");
        group.MapGet("", (HubNode node) => Results.Ok(new Answers.Page<Described>([.. node.Configuration.Connectors.Select(connector => Described.Of(connector.Manifest))], null)))
            .Does(Operation.ReadConnections).WithName("listConnectors").WithSummary("Connectors: what each reads, writes and checks, what it was tested on and what not.").Produces<Answers.Page<Described>>();
        group.MapGet("/{name}/schema", (HubNode node, string name, string? lang) =>
                node.Configuration.Connectors.FirstOrDefault(connector => connector.Manifest.Name == name) is { } found
                    ? Results.Ok(SettingsSchema.Of(found.Manifest.Settings, CultureInfo.GetCultureInfo(lang == "fr" ? "fr" : "en")))
                    : Problems.Unknown("connector"))
            .Does(Operation.ReadConnections).WithName("connectorSchema").WithSummary("JSON schema of a connector's settings, titles in French or English.").Produces<JsonObject>().ProducesProblem(StatusCodes.Status404NotFound);
    }

    /// <summary>A connector's manifest.</summary>
    public sealed record Described(string Name, string French, string English, string Version, IReadOnlyList<string> Families, IReadOnlyList<string> Can, IReadOnlyList<CheckDepth> Checks, ConnectorAbout? About)
    {
        public static Described Of(ConnectorManifest manifest) => new(
            manifest.Name, manifest.Title.French, manifest.Title.English, manifest.Version, manifest.Families,
            [.. Enum.GetValues<Contract>().Where(contract => contract != Contract.None && manifest.Contracts.HasFlag(contract)).Select(contract => contract.ToString().ToLowerInvariant())], manifest.Checks, manifest.About);
    }
}
