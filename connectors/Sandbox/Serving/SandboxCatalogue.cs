using IntegrationHub.Connectors.Sandbox.Systems;
using IntegrationHub.Connectors.Sandbox.Systems.Channels;
using IntegrationHub.Connectors.Sandbox.Systems.Dataverse;
using IntegrationHub.Connectors.Sandbox.Systems.Ged;
using IntegrationHub.Connectors.Sandbox.Systems.Gis;
using IntegrationHub.Connectors.Sandbox.Systems.Identity;
using IntegrationHub.Connectors.Sandbox.Systems.Signature;

namespace IntegrationHub.Connectors.Sandbox.Serving;

/// <summary>Every fake system, one line each.</summary>
public static class SandboxCatalogue
{
    public static IReadOnlyList<SandboxSystem> All { get; } =
    [
        new AlfrescoSandbox(),
        new ArcGisSandbox(),
        new ChorusProSandbox(),
        new CmisSandbox(),
        new DataverseSandbox(),
        new DocusignSandbox(),
        new FranceConnectSandbox(),
        new GeoplateformeSandbox(),
        new GoodflagSandbox(),
        new IparapheurSandbox(),
        new IparapheurSoapSandbox(),
        new OgcFeaturesSandbox(),
        new OvhCallsSandbox(),
        new OvhSmsSandbox(),
        new PublikSandbox(),
        new PublikProfilesSandbox(),
        new RechercheEntreprisesSandbox(),
        new SireneSandbox(),
        new WfsSandbox(),
        new YousignSandbox(),
    ];
}
