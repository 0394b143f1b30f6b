using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Http;
using IntegrationHub.Connectors.Http.Auth;
using IntegrationHub.Connectors.Http.Sending;

namespace IntegrationHub.Connectors.Signature.Docusign;

/// <summary>DocuSign eSignature REST v2.1: envelopes read by the date of their last change and told by Connect, envelopes made.</summary>
/// <remarks>Written from DocuSign's client libraries and samples, never tried against the live service.</remarks>
public sealed class DocusignConnector : HttpConnector<DocusignSettings>
{
    public override ConnectorManifest Manifest { get; } = new()
    {
        Name = "docusign",
        Title = new LocalText("DocuSign eSignature v2.1 (non essayé sur le service réel)", "DocuSign eSignature v2.1 (not tried on the live service)"),
        Version = "1.0",
        Families = ["signature"],
        Contracts = Contract.Source | Contract.Receiver | Contract.Sink,
        About = new ConnectorAbout
        {
            Speaks = new LocalText("DocuSign eSignature REST v2.1, octroi JWT (RS256), Connect en JSON", "DocuSign eSignature REST v2.1, JWT grant (RS256), Connect in JSON"),
            Reads = new LocalText("Enveloppes et leurs états, comme éléments liés aux signataires ; webhooks signés par HMAC, sinon relus", "Envelopes with their states, as linked items of their signers; webhooks signed by HMAC, else read again"),
            Writes = new LocalText("Une enveloppe pour une fiche de référence, une seule fois", "One envelope for a golden record, once"),
            Tested = new LocalText("Kit de conformité en lecture, en réception et en écriture contre un serveur factice", "Conformance kit, reading, receiving and writing, against a fake server"),
            NotTested = new LocalText("Le service réel : il faut un compte ; l’ordre de la liste et le filtre par champ viennent des bibliothèques clientes", "The live service: it takes an account; the list's order and its filter by custom field are known from client libraries"),
        },
        Settings = typeof(DocusignSettings),
        Checks = [CheckDepth.Reach, CheckDepth.Authenticate, CheckDepth.ReadOne, CheckDepth.WriteAndDeleteOne, CheckDepth.Permissions],
    };

    protected override Authenticator SignIn(DocusignSettings settings, HttpLink bare, TimeProvider time) => new DocusignAuthenticator(settings, bare, time);

    protected override async Task ProbeAsync(DocusignSettings settings, HttpLink link, CancellationToken cancellationToken) =>
        _ = EnvelopePage.Read(await Api(settings, link).ChangedAsync(link.Time.GetUtcNow().UtcDateTime.AddDays(-1), start: 0, count: 1, cancellationToken), 0);

    protected override ISource Source(DocusignSettings settings, HttpLink link, ConnectionContext context) => new DocusignSource(settings, Api(settings, link), context);

    protected override IReceiver Receiver(DocusignSettings settings, HttpLink link, ConnectionContext context) => new DocusignReceiver(settings, Api(settings, link));

    protected override ISink Sink(DocusignSettings settings, HttpLink link, ConnectionContext context) => new DocusignSink(settings, Api(settings, link));

    protected override async Task CheckAsync(CheckDepth depth, DocusignSettings settings, HttpLink link, ConnectionContext context, CancellationToken cancellationToken)
    {
        switch (depth)
        {
            // A connection that makes no envelopes writes nothing and needs no right to.
            case CheckDepth.WriteAndDeleteOne or CheckDepth.Permissions when settings.Envelope is null:
                break;
            case CheckDepth.WriteAndDeleteOne:
                await new DocusignSink(settings, Api(settings, link)).TryAsync(settings.Envelope, cancellationToken);
                break;
            case CheckDepth.Permissions:
                using (var json = await Api(settings, link).UserSettingsAsync(settings.User, cancellationToken))
                {
                    if (!json.RootElement.GetProperty("canSendEnvelope").ToString().Equals("true", StringComparison.OrdinalIgnoreCase))
                    {
                        throw Refusals.Stop("docusign.rights", "The user may not send envelopes: give it a permission set that may, in DocuSign's administration.");
                    }
                }

                break;
            default:
                await base.CheckAsync(depth, settings, link, context, cancellationToken);
                break;
        }
    }

    protected override HttpRules Rules(DocusignSettings settings, ConnectionContext context) => (reply, usual) => DocusignErrors.Judge(reply, usual, context.Time.GetUtcNow());

    private static IDocusignApi Api(DocusignSettings settings, HttpLink link)
    {
        var api = link.Api<IDocusignApi>();
        api.Account = settings.Account;
        return api;
    }
}
