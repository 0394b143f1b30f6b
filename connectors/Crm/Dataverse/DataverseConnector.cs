using IntegrationHub.Connectors.Abstractions;
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
        Contracts = Contract.Source,
        Settings = typeof(DataverseSettings),
        Checks = [CheckDepth.Reach, CheckDepth.Authenticate, CheckDepth.ReadOne],
    };

    protected override async Task ProbeAsync(DataverseSettings settings, HttpLink link, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "WhoAmI");
        using var json = (await link.SendAsync(request.AsOData(), cancellationToken)).Json();
        _ = json.RootElement.GetProperty("UserId");
    }

    protected override ISource Source(DataverseSettings settings, HttpLink link, ConnectionContext context) => new DataverseSource(settings, link, context);

    protected override Failure? Judge(HttpReply reply, Failure? usual) => DataverseErrors.Judge(reply, usual);
}
