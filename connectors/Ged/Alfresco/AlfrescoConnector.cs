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
        Settings = typeof(AlfrescoSettings),
        Checks = [CheckDepth.Reach, CheckDepth.Authenticate, CheckDepth.ReadOne],
    };

    protected override async Task ProbeAsync(AlfrescoSettings settings, HttpLink link, CancellationToken cancellationToken)
    {
        using var json = (await link.GetAsync(AlfrescoApi.Me, cancellationToken)).Json();
        _ = json.RootElement.GetProperty("entry");
    }

    protected override ISource Source(AlfrescoSettings settings, HttpLink link, ConnectionContext context) => new AlfrescoSource(settings, link);

    protected override ISink Sink(AlfrescoSettings settings, HttpLink link, ConnectionContext context) => new AlfrescoSink(settings, link);

    // A node that somebody edits answers 409; nothing else this connector sends can.
    protected override Failure? Judge(HttpReply reply, Failure? usual) => reply.Status == 409
        ? new Failure(FailureKind.Passing, "alfresco.locked", "The document is locked by somebody who works on it; it is tried again.") : usual;
}
