using IntegrationHub.Connectors.Sandbox.Systems;
using IntegrationHub.Connectors.Sandbox.Systems.Dataverse;

namespace IntegrationHub.Connectors.Sandbox.Serving;

/// <summary>Every fake system, one line each.</summary>
public static class SandboxCatalogue
{
    public static IReadOnlyList<SandboxSystem> All { get; } =
    [
        new DataverseSandbox(),
        new PublikSandbox(),
        new RechercheEntreprisesSandbox(),
    ];
}
