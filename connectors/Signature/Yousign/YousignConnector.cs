using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Http;
using IntegrationHub.Connectors.Http.Sending;

namespace IntegrationHub.Connectors.Signature.Yousign;

/// <summary>Yousign v3: its webhooks, and requests to be made. The whole list is read by the document <c>Systems/yousign.yaml</c> over <c>http</c>, as a connection of its own: Yousign tells no date of change that would order both.</summary>
/// <remarks>Written from the interface description, never tried against the live service.</remarks>
public sealed class YousignConnector : HttpConnector<YousignSettings>
{
    public override ConnectorManifest Manifest { get; } = new()
    {
        Name = "yousign",
        Title = new LocalText("Yousign v3, webhooks et demandes (non essayé sur le service réel)", "Yousign v3, webhooks and requests (not tried on the live service)"),
        Version = "1.0",
        Families = ["signature"],
        Contracts = Contract.Receiver | Contract.Sink,
        About = new ConnectorAbout
        {
            Speaks = new LocalText("Yousign, API v3", "Yousign, API v3"),
            Reads = new LocalText("Webhooks signés par HMAC, les signataires relus ; la liste entière se lit par le document yousign.yaml du connecteur http", "Webhooks signed by HMAC, their signers read again; the whole list is read by the document yousign.yaml over the http connector"),
            Writes = new LocalText("Une demande de signature pour une fiche de référence, une seule fois", "One signature request for a golden record, once"),
            Tested = new LocalText("Kit de conformité en réception et en écriture contre un serveur factice", "Conformance kit, receiving and writing, against a fake server"),
            NotTested = new LocalText("Le service réel : il faut un compte ; l’opérateur du filtre de la liste est à vérifier", "The live service: it takes an account; the operator of the list's filter is to be verified"),
        },
        Settings = typeof(YousignSettings),
        Checks = [CheckDepth.Reach, CheckDepth.Authenticate],
    };

    protected override async Task ProbeAsync(YousignSettings settings, HttpLink link, CancellationToken cancellationToken)
    {
        using var json = await link.Api<IYousignApi>().ListAsync(externalId: null, limit: 1, after: null, cancellationToken);
        _ = json.RootElement.GetProperty("data");
    }

    protected override IReceiver Receiver(YousignSettings settings, HttpLink link, ConnectionContext context) => new YousignReceiver(settings, link.Api<IYousignApi>());

    protected override ISink Sink(YousignSettings settings, HttpLink link, ConnectionContext context) => new YousignSink(settings, link.Api<IYousignApi>());
}
