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
        Settings = typeof(DataverseSettings),
        Checks = [CheckDepth.Reach, CheckDepth.Authenticate, CheckDepth.ReadOne, CheckDepth.WriteAndDeleteOne],
    };

    protected override async Task ProbeAsync(DataverseSettings settings, HttpLink link, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "WhoAmI");
        using var json = (await link.SendAsync(request.AsOData(), cancellationToken)).Json();
        _ = json.RootElement.GetProperty("UserId");
    }

    protected override ISource Source(DataverseSettings settings, HttpLink link, ConnectionContext context) => new DataverseSource(settings, link, context);

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
