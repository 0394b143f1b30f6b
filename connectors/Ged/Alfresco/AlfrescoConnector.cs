using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Http;
using IntegrationHub.Connectors.Http.Sending;

namespace IntegrationHub.Connectors.Ged.Alfresco;

/// <summary>Alfresco Content Services over its REST API v1.</summary>
public sealed class AlfrescoConnector : HttpConnector<AlfrescoSettings>
{
    public override ConnectorManifest Manifest { get; } = new()
    {
        Name = "alfresco",
        Title = new LocalText("Alfresco (GED)", "Alfresco (documents)"),
        Version = "1.0",
        Families = ["ged"],
        Contracts = Contract.Source | Contract.Sink,
        About = new ConnectorAbout
        {
            Speaks = new LocalText("Alfresco Content Services, API REST v1", "Alfresco Content Services, REST API v1"),
            Reads = new LocalText("Documents et propriétés modifiés, documents supprimés (corbeille)", "Documents and properties that changed, deleted documents (trashcan)"),
            Writes = new LocalText("Propriétés d’un document existant, identifiant et version de la fiche", "Properties of a document that is there, the golden record’s id and version"),
            Tested = new LocalText("Kit de conformité en lecture et en écriture contre un serveur factice, avec toutes les pannes", "Conformance kit, reading and writing, against a fake server, with every fault"),
            NotTested = new LocalText("Aucun serveur Alfresco réel ni Identity Service (Keycloak) : rien à installer ici", "No real Alfresco server, no Identity Service (Keycloak): none to install here"),
        },
        Settings = typeof(AlfrescoSettings),
        Checks = [CheckDepth.Reach, CheckDepth.Authenticate, CheckDepth.ReadOne],
    };

    protected override async Task ProbeAsync(AlfrescoSettings settings, HttpLink link, CancellationToken cancellationToken)
    {
        using var json = await link.Api<IAlfrescoApi>().MeAsync(cancellationToken);
        _ = json.RootElement.GetProperty("entry");
    }

    protected override ISource Source(AlfrescoSettings settings, HttpLink link, ConnectionContext context) => new AlfrescoSource(settings, link.Api<IAlfrescoApi>());

    protected override ISink Sink(AlfrescoSettings settings, HttpLink link, ConnectionContext context) => new AlfrescoSink(settings, link.Api<IAlfrescoApi>());

    // A node that somebody edits answers 409; nothing else this connector sends can.
    protected override Failure? Judge(HttpReply reply, Failure? usual) => reply.Status == 409
        ? new Failure(FailureKind.Passing, "alfresco.locked", "The document is locked by somebody who works on it; it is tried again.") : usual;
}
