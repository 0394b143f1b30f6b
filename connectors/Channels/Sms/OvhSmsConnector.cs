using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Http;
using IntegrationHub.Connectors.Http.Auth;
using IntegrationHub.Connectors.Http.Sending;

namespace IntegrationHub.Connectors.Channels.Sms;

/// <summary>Text messages by OVH's API 1.0: those received, and those sent with their receipts. Who wrote is a number only; what was written is forbidden unless the connection says otherwise.</summary>
public sealed class OvhSmsConnector : HttpConnector<OvhSmsSettings>
{
    public override ConnectorManifest Manifest { get; } = new()
    {
        Name = "ovh-sms",
        Title = new LocalText("SMS (OVH)", "Text messages (OVH)"),
        Version = "1.0",
        Families = ["channels"],
        Contracts = Contract.Source,
        Settings = typeof(OvhSmsSettings),
        Checks = [CheckDepth.Reach, CheckDepth.Authenticate, CheckDepth.ReadOne],
    };

    protected override async Task ProbeAsync(OvhSmsSettings settings, HttpLink link, CancellationToken cancellationToken) =>
        await new OvhSmsSource(settings, link).ListAsync(OvhSmsSource.Incoming, cancellationToken);

    protected override ISource Source(OvhSmsSettings settings, HttpLink link, ConnectionContext context) => new OvhSmsSource(settings, link);

    protected override Authenticator? SignIn(OvhSmsSettings settings, HttpLink bare, TimeProvider time) => new OvhAuthenticator(settings, time);
}
