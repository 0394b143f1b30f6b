using IntegrationHub.Connectors.Sandbox.Systems;
using IntegrationHub.Connectors.Sandbox.Systems.Dataverse;
using IntegrationHub.Connectors.Sandbox.Systems.Ged;
using IntegrationHub.Connectors.Sandbox.Systems.Gis;

namespace IntegrationHub.Connectors.Sandbox.Serving;

/// <summary>Every fake system, one line each.</summary>
public static class SandboxCatalogue
{
    public static IReadOnlyList<SandboxSystem> All { get; } =
    [
        new AlfrescoSandbox(),
        new CmisSandbox(),
        new DataverseSandbox(),
        new GeoplateformeSandbox(),
        new PublikSandbox(),
        new RechercheEntreprisesSandbox(),
    ];
}
