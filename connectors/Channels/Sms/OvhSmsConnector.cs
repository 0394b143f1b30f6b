using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Channels.Ovh;
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
        About = new ConnectorAbout
        {
            Speaks = new LocalText("OVH, API 1.0, SMS", "OVH, API 1.0, text messages"),
            Reads = new LocalText("SMS reçus, et SMS envoyés avec leur accusé de réception, comme contacts sans personne : un numéro ne nomme personne", "Text messages received, and those sent with their receipts, as contacts without a person: a number names nobody"),
            Tested = new LocalText("Kit de conformité contre un serveur factice qui vérifie chaque signature", "Conformance kit against a fake server that checks every signature"),
            NotTested = new LocalText("Le service réel : que les listes ne sont que des numéros croissants, et les codes des accusés", "The live service: that lists are bare numbers that grow, and the receipts' codes"),
        },
        Settings = typeof(OvhSmsSettings),
        Checks = [CheckDepth.Reach, CheckDepth.Authenticate, CheckDepth.ReadOne],
    };

    protected override async Task ProbeAsync(OvhSmsSettings settings, HttpLink link, CancellationToken cancellationToken) =>
        await new OvhSmsSource(settings, link.Api<IOvhApi>(), link.Time).Messages(OvhSmsSource.Incoming).ListAsync(cancellationToken);

    protected override ISource Source(OvhSmsSettings settings, HttpLink link, ConnectionContext context) => new OvhSmsSource(settings, link.Api<IOvhApi>(), context.Time);

    protected override Authenticator? SignIn(OvhSmsSettings settings, HttpLink bare, TimeProvider time) => new OvhAuthenticator(settings, time);
}
