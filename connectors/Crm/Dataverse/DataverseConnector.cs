using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Crm.Dataverse.Writing;
using IntegrationHub.Connectors.Http;
using IntegrationHub.Connectors.Http.Sending;

namespace IntegrationHub.Connectors.Crm.Dataverse;

/// <summary>Dynamics 365 over the Dataverse Web API 9.2.</summary>
public sealed class DataverseConnector : HttpConnector<DataverseSettings>
{
    public override ConnectorManifest Manifest { get; } = new()
    {
        Name = "dataverse",
        Title = new LocalText("Dynamics 365 (Dataverse)", "Dynamics 365 (Dataverse)"),
        Version = "1.0",
        Families = ["crm"],
        Contracts = Contract.Source | Contract.Sink,
        About = new ConnectorAbout
        {
            Speaks = new LocalText("Dynamics 365, API Web Dataverse 9.2", "Dynamics 365, Dataverse Web API 9.2"),
            Reads = new LocalText("Contacts, par suivi des modifications (jeton delta, suppressions)", "Contacts, by change tracking (delta token, deletions)"),
            Writes = new LocalText("Contacts : mise à jour, création par clé alternative, fusion, séparation, effacement, par lots", "Contacts: update, creation by alternate key, merge, split, erasure, in batches"),
            Tested = new LocalText("Kit de conformité contre un serveur factice avec ses limites (429, lots, doublons) ; 100 000 contacts en mesure", "Conformance kit against a fake server with its limits (429, batches, duplicates); 100 000 contacts in a benchmark"),
            NotTested = new LocalText("Aucun environnement Dataverse réel : il faut un abonnement", "No real Dataverse environment: it takes a subscription"),
        },
        Settings = typeof(DataverseSettings),
        Checks = [CheckDepth.Reach, CheckDepth.Authenticate, CheckDepth.ReadOne, CheckDepth.WriteAndDeleteOne],
    };

    protected override async Task ProbeAsync(DataverseSettings settings, HttpLink link, CancellationToken cancellationToken)
    {
        using var json = await link.Api<IDataverseApi>().WhoAmIAsync(cancellationToken);
        _ = json.RootElement.GetProperty("UserId");
    }

    protected override ISource Source(DataverseSettings settings, HttpLink link, ConnectionContext context) => new DataverseSource(settings, link.Api<IDataverseApi>(), context);

    protected override ISink Sink(DataverseSettings settings, HttpLink link, ConnectionContext context) => new DataverseSink(settings, link, context);

    protected override async Task CheckAsync(CheckDepth depth, DataverseSettings settings, HttpLink link, ConnectionContext context, CancellationToken cancellationToken)
    {
        if (depth != CheckDepth.WriteAndDeleteOne)
        {
            await base.CheckAsync(depth, settings, link, context, cancellationToken);
            return;
        }

        await using var sink = new DataverseSink(settings, link, context);
        await sink.TryAsync(cancellationToken);
    }

    protected override Failure? Judge(HttpReply reply, Failure? usual) => DataverseErrors.Judge(reply, usual);
}
