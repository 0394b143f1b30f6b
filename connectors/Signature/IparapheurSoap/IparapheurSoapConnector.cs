using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Http;
using IntegrationHub.Connectors.Http.Sending;

namespace IntegrationHub.Connectors.Signature.IparapheurSoap;

/// <summary>iparapheur 3 and 4 over SOAP, written against the interface description 3.1 of 2012.</summary>
/// <remarks>Never tried against a live server. Not verified: the answer of a search, and fields that newer servers added.</remarks>
public sealed class IparapheurSoapConnector : HttpConnector<IparapheurSoapSettings>
{
    public override ConnectorManifest Manifest { get; } = new()
    {
        Name = "iparapheur-soap",
        Title = new LocalText("iparapheur 3 et 4, SOAP (d’après la description 3.1 ; réponse d’une recherche non vérifiée ; non essayé sur un serveur réel)",
            "iparapheur 3 and 4, SOAP (from description 3.1; the answer of a search is not verified; not tried on a live server)"),
        Version = "1.0",
        Families = ["signature"],
        Contracts = Contract.Source | Contract.Sink,
        About = new ConnectorAbout
        {
            Speaks = new LocalText("iparapheur 3 et 4, SOAP 1.1, d’après la description 3.1 de 2012", "iparapheur 3 and 4, SOAP 1.1, from the description 3.1 of 2012"),
            Reads = new LocalText("Dossiers et leurs états, sans leurs signataires", "Dossiers with their states, without their signers"),
            Writes = new LocalText("Un dossier pour une fiche de référence, une seule fois", "One dossier for a golden record, once"),
            Tested = new LocalText("Kit de conformité en lecture et en écriture contre un serveur factice, sans son certificat client", "Conformance kit, reading and writing, against a fake server, without its client certificate"),
            NotTested = new LocalText("Aucun serveur réel : aucun n’était à disposition ; la réponse d’une recherche est à vérifier", "No live server: none was at hand; the answer of a search is to be verified"),
        },
        Settings = typeof(IparapheurSoapSettings),
        Checks = [CheckDepth.Reach, CheckDepth.Authenticate, CheckDepth.ReadOne],
    };

    protected override Task ProbeAsync(IparapheurSoapSettings settings, HttpLink link, CancellationToken cancellationToken) => new DossierCalls(settings, link).TypesAsync(cancellationToken);

    protected override ISource Source(IparapheurSoapSettings settings, HttpLink link, ConnectionContext context) => new DossierSource(settings, link, context);

    protected override ISink Sink(IparapheurSoapSettings settings, HttpLink link, ConnectionContext context) => new DossierSink(settings, link);

    protected override Failure? Judge(HttpReply reply, Failure? usual) => Soap.Judge(reply, usual);
}
