using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Files.Settings;

namespace IntegrationHub.Connectors.Files.Xml;

/// <summary>XML files whose records are elements at one path.</summary>
public sealed class XmlConnector : FilesConnector
{
    public override ConnectorManifest Manifest { get; } = Describe("xml", new LocalText("Fichiers XML", "XML files"), typeof(XmlFileSettings)) with
    {
        About = new ConnectorAbout
        {
            Speaks = new LocalText("XML 1.0, sans type de document", "XML 1.0, without a document type"),
            Reads = new LocalText("Éléments répétés d’un fichier", "Repeated elements of a file"),
            Tested = new LocalText("Kit de conformité, entités et types de document refusés", "Conformance kit, entities and document types refused"),
            NotTested = new LocalText("Exports réels des éditeurs", "Real exports of vendors"),
        },
    };

    private protected override FileFormat Format(FileSettings settings, ConnectionContext context) => new XmlFormat((XmlFileSettings)settings, context.Forbidden);
}
