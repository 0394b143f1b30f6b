using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Host.Access;
using IntegrationHub.Host.Catalogues;
using IntegrationHub.Host.Node;
using IntegrationHub.Host.Web.Pages;

namespace IntegrationHub.Host.Web;

/// <summary>The catalogue of connectors, made from their manifests and from the documents that ship.</summary>
public static class ConnectorPages
{
    public static void MapConnectorPages(this IEndpointRouteBuilder routes) => routes.MapGroup("").ExcludeFromDescription()
        .MapGet("/connectors", (HttpContext context, HubNode node) => Page.Of<ConnectorsPage>(
            context,
            ("Manifests", (IReadOnlyList<ConnectorManifest>)[.. node.Configuration.Connectors.Select(connector => connector.Manifest).OrderBy(manifest => manifest.Name, StringComparer.Ordinal)]),
            ("Documents", ShippedDocument.All)))
        .Does(Operation.ReadConnections);
}
