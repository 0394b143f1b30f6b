using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Files.Settings;

namespace IntegrationHub.Connectors.Files.Xml;

/// <summary>XML files whose records are elements at one path.</summary>
public sealed class XmlConnector : FilesConnector
{
    public override ConnectorManifest Manifest { get; } = Describe("xml", new LocalText("Fichiers XML", "XML files"), typeof(XmlFileSettings));

    private protected override FileFormat Format(FileSettings settings, ConnectionContext context) => new XmlFormat((XmlFileSettings)settings, context.Forbidden);
}
