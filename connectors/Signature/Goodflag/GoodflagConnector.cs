using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Http;
using IntegrationHub.Connectors.Http.Sending;

namespace IntegrationHub.Connectors.Signature.Goodflag;

/// <summary>Goodflag (formerly Lex Persona, Sunnystamp) 1.19: workflows read, told by webhooks that are read again, and made.</summary>
/// <remarks>Written from the code of a town's own gateway to it, never tried against a live server.</remarks>
public sealed class GoodflagConnector : HttpConnector<GoodflagSettings>
{
    public override ConnectorManifest Manifest { get; } = new()
    {
        Name = "goodflag",
        Title = new LocalText("Goodflag, circuits de signature (non essayé sur le service réel)", "Goodflag, signature workflows (not tried on the live service)"),
        Version = "1.0",
        Families = ["signature"],
        Contracts = Contract.Source | Contract.Receiver | Contract.Sink,
        About = new ConnectorAbout
        {
            Speaks = new LocalText("Goodflag (ex-Lex Persona), API REST 1.19", "Goodflag (formerly Lex Persona), REST API 1.19"),
            Reads = new LocalText("Circuits et leurs états, comme éléments liés à ceux qui signent ; un webhook, non signé, fait relire son événement et son circuit", "Workflows with their states, as linked items of those who sign; an unsigned webhook has its event and its workflow read again"),
            Writes = new LocalText("Un circuit pour une fiche de référence, une seule fois", "One workflow for a golden record, once"),
            Tested = new LocalText("Kit de conformité en lecture, en réception et en écriture contre un serveur factice", "Conformance kit, reading, receiving and writing, against a fake server"),
            NotTested = new LocalText("Le service réel : il faut un compte ; la forme de la liste et le nom de ses dates sont à vérifier", "The live service: it takes an account; the list's shape and the names of its dates are to be verified"),
        },
        Settings = typeof(GoodflagSettings),
        Checks = [CheckDepth.Reach, CheckDepth.Authenticate, CheckDepth.ReadOne],
    };

    protected override async Task ProbeAsync(GoodflagSettings settings, HttpLink link, CancellationToken cancellationToken)
    {
        using var json = await link.Api<IGoodflagApi>().ListAsync(pageIndex: 0, itemsPerPage: 1, text: null, cancellationToken);
        _ = json.RootElement.GetProperty("items");
    }

    protected override ISource Source(GoodflagSettings settings, HttpLink link, ConnectionContext context) => new GoodflagSource(settings, link.Api<IGoodflagApi>(), context);

    protected override IReceiver Receiver(GoodflagSettings settings, HttpLink link, ConnectionContext context) => new GoodflagReceiver(settings, link.Api<IGoodflagApi>());

    protected override ISink Sink(GoodflagSettings settings, HttpLink link, ConnectionContext context) => new GoodflagSink(settings, link.Api<IGoodflagApi>());
}
