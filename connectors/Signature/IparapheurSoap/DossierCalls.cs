using System.Globalization;
using System.Xml.Linq;
using IntegrationHub.Connectors.Http.Sending;

namespace IntegrationHub.Connectors.Signature.IparapheurSoap;

/// <summary>The operations the hub uses. That a search answers with <c>LogDossier</c>s as a history does is not verified.</summary>
internal sealed class DossierCalls(IparapheurSoapSettings settings, HttpLink link)
{
    private static readonly XName Mime = XNamespace.Get("http://www.w3.org/2005/05/xmlmime") + "contentType";

    /// <summary>Every dossier of the type, or one of them, with its state now.</summary>
    public async Task<IReadOnlyList<DossierState>> SearchAsync(string? dossier, CancellationToken cancellationToken) => DossierState.ReadAll(await Soap.CallAsync(
        link,
        new XElement(
            Soap.Space + "RechercherDossiersRequest",
            Part("TypeTechnique", settings.Type),
            settings.Subtype is { } subtype ? Part("SousType", subtype) : null,
            Part("NombreDossiers", settings.Most.ToString(CultureInfo.InvariantCulture)),
            dossier is null ? null : Part("DossierID", dossier)),
        repeatable: true,
        cancellationToken));

    /// <summary>All states of a dossier, in the service's order.</summary>
    public async Task<IReadOnlyList<DossierState>> HistoryAsync(string dossier, CancellationToken cancellationToken) =>
        DossierState.ReadAll(await Soap.CallAsync(link, Part("GetHistoDossierRequest", dossier), repeatable: true, cancellationToken));

    public Task TypesAsync(CancellationToken cancellationToken) => Soap.CallAsync(link, new XElement(Soap.Space + "GetListeTypesRequest"), repeatable: true, cancellationToken);

    /// <summary>The sequence is the one of the interface description of 2012: it is strict.</summary>
    public Task CreateAsync(string dossier, SigningWish wish, DossierSettings made, byte[] pdf, DateOnly until, CancellationToken cancellationToken) => Soap.CallAsync(
        link,
        new XElement(
            Soap.Space + "CreerDossierRequest",
            Part("TypeTechnique", settings.Type), Part("SousType", settings.Subtype!), Part("DossierID", dossier), File("DocumentPrincipal", pdf), Part("NomDocPrincipal", wish.Name + ".pdf"), File("VisuelPDF", pdf),
            wish.Fields.Count == 0 ? null : new XElement(Soap.Space + "MetaData", wish.Fields.Select(entry => new XElement(Soap.Space + "MetaDonnee", Part("nom", entry.Key), Part("valeur", entry.Value)))),
            Part("XPathPourSignatureXML", ""), Part("AnnotationPublique", ""), Part("AnnotationPrivee", ""), Part("Visibilite", made.Visibility),
            Part("DateLimite", until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))),
        repeatable: false,
        cancellationToken);

    private static XElement Part(string name, string value) => new(Soap.Space + name, value);

    private static XElement File(string name, byte[] bytes) => new(Soap.Space + name, new XAttribute(Mime, SigningDocument.MediaType), Convert.ToBase64String(bytes));
}
