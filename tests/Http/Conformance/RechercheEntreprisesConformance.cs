using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Http.Declarative;
using IntegrationHub.Connectors.Http.Settings;
using IntegrationHub.Connectors.Sandbox.Systems;
using IntegrationHub.Tests.Conformance.Http;

namespace IntegrationHub.Tests.Http.Conformance;

public sealed class RechercheEntreprisesConformance() : HttpSourceConformance(new RechercheEntreprisesSandbox(), people: 1500)
{
    protected override Connector Connector { get; } = new HttpDocumentConnector();

    protected override HttpSettings On(Uri address) => Shipped.At("recherche-entreprises", address, size: 7);
}
